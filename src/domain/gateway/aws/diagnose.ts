import type { HandshakeCheck, HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import { parseUrl } from '../../format/parseUrl.ts';
import { readAnswer, type Answer } from '../answer.ts';
import { applyRules, type AnswerRule } from '../answerRule.ts';
import { fixBy, toFixes } from '../fixAction.ts';
import type { Finding } from '../gateway.ts';
import { connectFailedRules } from './connectFailedRules.ts';
import { recognise } from './recognise.ts';
import { recogniseAnswer } from './recogniseAnswer.ts';
import { RULES } from './rules.ts';

export function diagnose(record: HandshakeRecord): readonly Finding[] {
  const check = record.checks.find(({ id, verdict }) => id === 'subprotocol' && verdict !== 'kept');
  if (check !== undefined) return [subprotocolNotReturned(check)];
  const answer = readAnswer(record);
  if (answer === null) return [];
  const tooLong = applyRules('aws', [URL_TOO_LONG], record);
  if (!canBeAws(record, answer)) return tooLong;
  return [
    ...tooLong,
    ...connectFailedRules(answer).flatMap((rule) => applyRules('aws', [rule], record)),
    ...applyRules('aws', RULES, record),
  ];
}

/**
 * All that API Gateway answers seems to be JSON (gateways.md 5.3), and a Lambda's own body is not passed on: on a custom
 * domain, other text is something else's.
 */
function canBeAws(record: HandshakeRecord, { text, json }: Answer): boolean {
  const url = parseUrl(record.url);
  const isOwnHost = url !== null && recognise(url) !== null;
  return isOwnHost || text === '' || json !== undefined || recogniseAnswer(record) !== null;
}

/** gateways.md 5.1. What a longer one is answered is not documented. */
const MAX_URL_BYTES = 4_096;

const URL_TOO_LONG: AnswerRule = {
  id: 'aws-url-too-long',
  status: [400, 403, 413, 414, 431],
  when: ({ url }) => url.href.length > MAX_URL_BYTES,
  evidence: ({ url }) => [{ where: 'URL', quote: `${url.href.length} bytes` }],
  title: 'The URL is longer than the 4,096 bytes that API Gateway takes.',
  confidence: 'inferred',
  fixes: [
    'Shorten the query: a token in it is the usual cause. Let the authorizer read a header instead, and send it in the Companion transport.',
    'For browser clients, exchange the token for a short ticket before connecting, and send that.',
  ],
  source: 'gateways.md 5.1',
};

function subprotocolNotReturned(check: HandshakeCheck): Finding {
  return {
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
  };
}
