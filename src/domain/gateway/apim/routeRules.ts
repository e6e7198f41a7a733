import type { AnswerRule, Seen } from '../answerRule.ts';
import { fixBy, type FixDraft } from '../fixAction.ts';

/** Refusals before and behind the key: routing, the upgrade, the backend (gateways.md 2.3; section 7 rows 3 to 5). */
export const ROUTE_RULES: readonly AnswerRule[] = [
  {
    id: 'apim-not-found',
    status: [404],
    body: /"message"\s*:\s*"Resource not found"/,
    title: 'API Management knows no WebSocket API at this path.',
    confidence: 'observed',
    fixes: ({ url }) => [
      toBareSuffix(url),
      `Compare ${url.pathname} with the suffix in the API’s settings, letter by letter.`,
      'Check that no HTTP API has the same suffix.',
      'Check that the API is published on this gateway, and is not in a workspace with a host of its own.',
    ],
    source: 'gateways.md 7 row 3',
  },
  {
    id: 'apim-invalid-upgrade',
    status: [400],
    body: /Invalid websocket upgrade request/i,
    title: 'API Management did not see a complete WebSocket upgrade request.',
    confidence: 'observed',
    fixes: [
      'Look for a proxy or load balancer on the way that removes Connection, Upgrade or Sec-WebSocket-Version: the request in the handshake shows that they were sent.',
      'In a client of your own, connect with a WebSocket library and a wss:// URL, not with an HTTP call.',
    ],
    source: 'gateways.md 7 row 4',
  },
  {
    id: 'apim-backend-failed',
    status: [500],
    body: /"activityId"\s*:\s*"(?<activity>[^"]*)"/,
    title: 'API Management could not connect to the service behind it.',
    confidence: 'observed',
    fixes: ({ body }) => [
      'Check the backend’s certificate: its name must match and its chain must be trusted, more strictly than for HTTP APIs.',
      'Check the API’s service URL: it begins with wss:// (or ws://), and its name resolves from the gateway’s network.',
      `Look up the activity id ${body?.groups?.['activity'] ?? ''} in Application Insights, or give it to support.`,
    ],
    source: 'gateways.md 7 row 5',
  },
  {
    id: 'apim-rate-limit',
    status: [429],
    body: /Rate limit is exceeded\. Try again in (?<seconds>\d+) seconds?/i,
    quotes: ['Retry-After'],
    title: 'A rate-limit policy refused the connection.',
    confidence: 'observed',
    fixes: ({ body }) => [
      `Wait ${body?.groups?.['seconds'] ?? ''} seconds and connect again.`,
      'Keep connections open: for a WebSocket API the policy counts connections, not messages.',
    ],
    source: 'gateways.md 2.3',
  },
  {
    id: 'apim-quota',
    status: [403],
    body: /Out of (?<kind>call volume|bandwidth) quota\. Quota will be replenished in (?<time>[\d:.]+)/i,
    title: ({ body }) => `The ${body?.groups?.['kind'] ?? ''} quota of this key is used up.`,
    confidence: 'documented',
    fixes: ({ body }) => [
      `Wait ${(body?.groups?.['time'] ?? '').replace(/\.$/, '')} (hours, minutes, seconds): then the quota is renewed.`,
      'Have the quota policy raised; for a WebSocket API it counts connections.',
    ],
    source: 'gateways.md 2.3',
  },
];

const BARE_SUFFIX =
  'Use exactly the API’s URL suffix: a WebSocket API has no path behind it, not even a slash. Put what varies into the query.';

/** The suffix of Web PubSub's APIs has a known form (gateways.md 2.1); of others, the last part of a longer path is the likeliest to be too much. */
function toBareSuffix({ pathname }: Seen['url']): FixDraft {
  const path = /^\/client\/hubs\/[^/]+/.exec(pathname)?.[0] ?? /^(\/.+?)\/[^/]*$/.exec(pathname)?.[1];
  if (path === undefined || path === pathname) return BARE_SUFFIX;
  return fixBy({ kind: 'set-path', path }, BARE_SUFFIX);
}
