import type { HandshakeFailure, HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import type { Finding } from '../gateway.ts';

/** A finding on an attempt that ended without an answer: whoever made the attempt has said what happened. */
export function diagnoseFailure({ outcome }: HandshakeRecord): readonly Finding[] {
  if (outcome?.kind !== 'failed') return [];
  const { failure } = outcome;
  return failure.code === 'browser-hidden' ? [HIDDEN_BY_BROWSER] : [toFinding(failure)];
}

function toFinding({ step, code, message, advice, systemCode }: HandshakeFailure): Finding {
  return {
    id: `generic-${code}`,
    gateway: 'generic',
    severity: 'error',
    title: message,
    evidence: [{ where: 'Step', quote: systemCode === null ? step : `${step}: ${systemCode}` }],
    confidence: 'observed',
    fixes: [advice],
    source: 'the attempt itself',
  };
}

/** gateways.md G2 and G6; section 7 rows 32 and 33. */
const HIDDEN_BY_BROWSER: Finding = {
  id: 'generic-browser-hidden',
  gateway: 'generic',
  severity: 'error',
  title: 'The browser does not say why the handshake failed.',
  evidence: [{ where: 'Close code', quote: '1006' }],
  confidence: 'documented',
  fixes: [
    'Ask the companion: it makes the same handshake and shows status, headers and body.',
    'If the companion’s attempt succeeds, compare what only it can do: send headers or another Origin, accept an untrusted certificate, go on without a selected subprotocol.',
    'For an untrusted certificate, open the https:// form of the URL once in a tab.',
  ],
  source: 'gateways.md 7 rows 32 and 33',
};
