import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import { applyRules } from '../answerRule.ts';
import { fixBy, toFixes } from '../fixAction.ts';
import type { Finding } from '../gateway.ts';
import { RULES } from './rules.ts';

export function diagnose(record: HandshakeRecord): readonly Finding[] {
  const check = record.checks.find(({ id, verdict }) => id === 'subprotocol' && verdict !== 'kept');
  if (check === undefined) return applyRules('aws', RULES, record);
  return [
    {
      id: 'aws-subprotocol-not-returned',
      gateway: 'aws',
      severity: check.verdict === 'broken' ? 'error' : 'warning',
      title: 'A subprotocol was offered, and the $connect Lambda returned none of those offered.',
      evidence: [{ where: 'Sec-WebSocket-Protocol', quote: check.seen }],
      confidence: 'documented',
      fixes: toFixes([
        'Let $connect return {"statusCode":200,"headers":{"Sec-WebSocket-Protocol":"…"}} with one of those offered: browsers fail the connection without it.',
        fixBy({ kind: 'stop-offering-subprotocols' }, 'Or do not offer a subprotocol.'),
      ]),
      source: 'gateways.md 7 row 18',
    },
  ];
}
