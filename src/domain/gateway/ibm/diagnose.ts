import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import { applyRules } from '../answerRule.ts';
import { diagnosePatience, type Patience } from '../diagnosePatience.ts';
import { fixBy, toFixes } from '../fixAction.ts';
import type { Finding } from '../gateway.ts';
import { RULES } from './rules.ts';

const PATIENCE: Patience = {
  gateway: 'ibm',
  name: 'API Connect',
  waitsMs: 60_000,
  setting: 'timeout of the websocket-upgrade policy',
  source: 'gateways.md 6.5',
};

export function diagnose(record: HandshakeRecord): readonly Finding[] {
  return [
    ...diagnosePatience(record, PATIENCE),
    ...applyRules('ibm', RULES, record),
    ...diagnoseHandWritten101(record),
    ...diagnoseCertificate(record),
  ];
}

/** The published GatewayScript answers 101 by itself and leaves Upgrade and Connection out (gateways.md 6.2). */
function diagnoseHandWritten101({ checks }: HandshakeRecord): readonly Finding[] {
  const broken = checks.filter(
    ({ id, verdict }) => verdict === 'broken' && ['upgrade', 'connection', 'accept'].includes(id),
  );
  const is101 = checks.some(({ id, verdict }) => id === 'status-101' && verdict === 'kept');
  if (!is101 || broken.length === 0) return [];
  return [
    {
      id: 'ibm-hand-written-101',
      gateway: 'ibm',
      severity: 'error',
      title: 'The 101 was probably written by a GatewayScript, and is not complete.',
      evidence: broken.map(({ rule, seen }) => ({ where: rule, quote: seen })),
      confidence: 'inferred',
      fixes: toFixes([
        'Use the websocket-upgrade policy: a GatewayScript that answers 101 has no data path to the service behind it.',
        'Or let the script set Upgrade: websocket, Connection: Upgrade and the Sec-WebSocket-Accept of this request’s key.',
      ]),
      source: 'gateways.md 6.2',
    },
  ];
}

function diagnoseCertificate({ outcome }: HandshakeRecord): readonly Finding[] {
  if (outcome?.kind !== 'failed' || outcome.failure.code !== 'tls-untrusted') return [];
  const { failure } = outcome;
  return [
    {
      id: 'ibm-self-signed',
      gateway: 'ibm',
      severity: 'error',
      title: 'The gateway’s certificate is not trusted, as is usual for a self-signed one.',
      evidence: [{ where: 'TLS', quote: failure.systemCode ?? failure.message }],
      confidence: 'documented',
      fixes: toFixes([
        'Add the gateway’s certificate, or the authority that signed it, to this profile’s certificate authorities.',
        fixBy(
          { kind: 'accept-any-certificate' },
          'For a test, switch certificate verification off for this profile.',
        ),
        'For browser clients, open the gateway’s https:// address once in a tab and accept the certificate there.',
      ]),
      source: 'gateways.md 6.1',
    },
  ];
}
