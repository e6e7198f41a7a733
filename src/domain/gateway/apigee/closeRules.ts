import { CLOSE_CODE } from '../../websocket/closeCode.ts';
import { formatDateTime } from '../../format/formatDateTime.ts';
import type { Evidence } from '../gateway.ts';
import { isNear, type CloseRule, type Life } from '../closeRule.ts';
import { findOpaqueTokens, findSentTokens, type SentToken } from '../sentTokens.ts';

const LOAD_BALANCER_MS = 30_000;
const KEEP_ALIVE_MS = 60_000;
const API_TIMEOUT_MS = 300_000;
/** The timers start with the request or the last packet, a little before what the page sees of either. */
const TOLERANCE_MS = 2_000;

/** gateways.md 4.5: no close code is documented, and each of these cuts the TCP connection. Only the time tells. */
export const CLOSE_RULES: readonly CloseRule[] = [
  {
    // First, because the token's own time is better evidence than a default that the proxy's author can change.
    id: 'apigee-token-expired-while-open',
    closeCode: CLOSE_CODE.abnormalClosure,
    when: (life) => expiredTokens(life).length > 0,
    evidence: (life) =>
      expiredTokens(life).map(({ name, jwt }) => ({ where: name, quote: quoteExpiry(jwt) })),
    title: 'Cut when the access token expired: Apigee may close the session then.',
    confidence: 'inferred',
    fixes: [
      'Let the client reconnect with a new token before the old one expires.',
      'Or issue tokens that last longer. Reports conflict on whether Apigee always cuts; it can take some minutes.',
    ],
    source: 'gateways.md 4.4 and 4.5',
  },
  {
    id: 'apigee-load-balancer-timeout',
    closeCode: CLOSE_CODE.abnormalClosure,
    when: ({ durationMs }) => isNear(durationMs, LOAD_BALANCER_MS, TOLERANCE_MS),
    title: 'Cut after 30 seconds: the load balancer’s backend timeout is the whole life of a connection.',
    confidence: 'inferred',
    fixes: [
      'Raise timeoutSec of the load balancer’s backend service; its default is 30 seconds, idle or not.',
    ],
    source: 'gateways.md 7 row 30',
  },
  {
    id: 'apigee-keepalive-timeout',
    closeCode: CLOSE_CODE.abnormalClosure,
    when: ({ idleMs }) => isNear(idleMs, KEEP_ALIVE_MS, TOLERANCE_MS),
    title: 'Cut 60 seconds after the last message: the target’s keep-alive timeout.',
    confidence: 'observed',
    fixes: [
      'Raise keepalive.timeout.millis of the target endpoint; its default is 60,000.',
      'Or send a small message more often than once a minute.',
    ],
    source: 'gateways.md 7 row 31',
  },
  {
    id: 'apigee-api-timeout',
    closeCode: CLOSE_CODE.abnormalClosure,
    when: ({ durationMs }) => isNear(durationMs, API_TIMEOUT_MS, TOLERANCE_MS),
    title: 'Cut after 300 seconds: the timeout of Apigee’s ingress.',
    confidence: 'observed',
    fixes: [
      'Let the client reconnect before 5 minutes are over; on Apigee X this timeout cannot be changed.',
    ],
    source: 'gateways.md 4.5',
  },
  {
    // Last, because nothing shows it but that a token was sent and no other time fits.
    id: 'apigee-token-perhaps-expired',
    closeCode: CLOSE_CODE.abnormalClosure,
    when: (life) => doubtfulTokens(life).length > 0,
    evidence: doubtfulTokens,
    title: 'Perhaps the access token expired or was revoked: Apigee may close the session then.',
    confidence: 'inferred',
    fixes: [
      'Compare the time with the life of the token: the answer that brought it says expires_in.',
      'Let the client reconnect with a new token before the old one ends, or issue tokens that last longer.',
      'If the token was still good, look at the network and the service behind: no close code says who cut.',
    ],
    source: 'gateways.md 4.4',
  },
];

/** Only a JWT says when it expires; of an opaque token only Apigee knows. */
function expiredTokens({ record, ending }: Life): readonly SentToken[] {
  return tokensOf(record).filter(
    ({ jwt: { expiresAt } }) => expiresAt !== null && isNear(ending.at, expiresAt, TOLERANCE_MS),
  );
}

/** Tokens that may have ended: opaque ones, and JWTs that expired some time before the cut, as caches keep them for a while. */
function doubtfulTokens({ record, opened, ending }: Life): readonly Evidence[] {
  if (record === null) return [];
  const expired = tokensOf(record).filter(
    ({ jwt: { expiresAt } }) => expiresAt !== null && expiresAt >= opened.at && expiresAt <= ending.at,
  );
  return [
    ...expired.map(({ name, jwt }) => ({ where: name, quote: quoteExpiry(jwt) })),
    ...findOpaqueTokens(record).map((name) => ({
      where: name,
      quote: 'a token that is no JWT: only Apigee knows when it ends',
    })),
  ];
}

function tokensOf(record: Life['record']): readonly SentToken[] {
  return record === null ? [] : findSentTokens(record);
}

function quoteExpiry({ expiresAt }: SentToken['jwt']): string {
  return `expired at ${formatDateTime(expiresAt ?? 0)}`;
}
