import { applyCloseRules, type Life } from '../closeRule.ts';
import type { Finding } from '../gateway.ts';
import { CLOSE_RULES } from './closeRules.ts';

export function explainClose(life: Life): Finding | null {
  return applyCloseRules('ibm', CLOSE_RULES, life);
}
