import type { Ending, Opened } from '../../connection/connection.ts';
import { applyCloseRules } from '../closeRule.ts';
import type { Finding } from '../gateway.ts';
import { CLOSE_RULES } from './closeRules.ts';

export function explainClose(opened: Opened, ending: Ending, lastTrafficAt: number | null): Finding | null {
  return applyCloseRules('apigee', CLOSE_RULES, opened, ending, lastTrafficAt);
}
