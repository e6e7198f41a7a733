import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import { applyRules } from '../answerRule.ts';
import type { Finding } from '../gateway.ts';
import { diagnoseToken } from '../webpubsub/diagnoseToken.ts';
import { KEY_RULES } from './keyRules.ts';
import { POLICY_RULES } from './policyRules.ts';
import { ROUTE_RULES } from './routeRules.ts';

const UNAUTHORIZED = 401;
/** What is said of a 401 that is in nobody's words. */
const WORDLESS = new Set(['apim-jwt-expired', 'apim-jwt-not-yet-valid', 'apim-policy-or-backend-refused']);

/** gateways.md 2.3, and section 7 rows 1 to 6. */
export function diagnose(record: HandshakeRecord): readonly Finding[] {
  const [finding] = applyRules('apim', [...KEY_RULES, ...ROUTE_RULES, ...POLICY_RULES], record);
  if (finding === undefined) return [];
  // Row 6: without API Management's challenge and without a policy's words, the hub behind it refused.
  const isWordless = finding.confidence === 'inferred' && WORDLESS.has(finding.id);
  return isWordless && isHubRefusal(record) ? diagnoseToken(record) : [finding];
}

function isHubRefusal({ url, response }: HandshakeRecord): boolean {
  return response?.status === UNAUTHORIZED && new URL(url).pathname.startsWith('/client/');
}
