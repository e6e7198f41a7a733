import { findHeader } from '../../websocket/headerField.ts';
import type { AnswerRule, Seen } from '../answerRule.ts';
import { fixBy, type FixDraft } from '../fixAction.ts';
import { findStaleToken, quoteStaleToken, quoteTokens } from '../sentTokens.ts';
import { parseUrl } from '../../format/parseUrl.ts';

const SHOWS_REQUEST = 'the request in the handshake shows what was sent';

/** What a status means to an opening handshake, whoever answers (gateways.md 1.2). */
export const STATUS_RULES: readonly AnswerRule[] = [
  {
    id: 'generic-not-upgraded',
    status: [200, 204],
    quotes: ['Content-Type', 'Server'],
    title: 'An ordinary web server answered: the upgrade did not reach a WebSocket server.',
    confidence: 'documented',
    fixes: [
      'Check the path: a web page or an HTTP API stands there.',
      `Look for a proxy on the way that removes Connection and Upgrade: ${SHOWS_REQUEST}.`,
    ],
    source: 'gateways.md 1.2',
  },
  {
    id: 'generic-redirect',
    status: [301, 302, 303, 307, 308],
    quotes: ['Location'],
    title: 'The server redirects; browsers follow no redirect of an opening handshake.',
    confidence: 'documented',
    fixes: followRedirect,
    source: 'gateways.md 1.2',
  },
  {
    id: 'generic-other-version',
    status: [400, 426],
    header: ['Sec-WebSocket-Version', /^(?!.*\b13\b).*\d/],
    title: 'The server speaks another version of WebSocket than 13.',
    confidence: 'documented',
    fixes: ['Have the server updated: browsers speak version 13, that of RFC 6455, and so does Postern.'],
    source: 'gateways.md 1.2',
  },
  {
    // It names the versions that it takes, and the one that was sent is among them.
    id: 'generic-version-lost',
    status: [400, 426],
    header: ['Sec-WebSocket-Version', /\b13\b/],
    title: 'The server speaks version 13, which was sent, but did not see the upgrade as it was sent.',
    confidence: 'inferred',
    fixes: [
      `Look for a proxy on the way that removes or changes Upgrade, Connection or Sec-WebSocket-Version: ${SHOWS_REQUEST}.`,
    ],
    source: 'gateways.md 1.2',
  },
  {
    id: 'generic-too-long',
    status: [400],
    body: /Request Header Or Cookie Too Large|Request header (?:or cookie )?too large|Size of a request header field exceeds/i,
    quotes: ['Server'],
    title: 'The headers are too long for the server.',
    confidence: 'observed',
    fixes: [
      'Shorten or remove headers: cookies that have piled up, or a token with many claims, are the usual causes.',
    ],
    source: 'what servers answer to headers that they have no room for',
  },
  {
    id: 'generic-bad-request',
    status: [400],
    quotes: ['Server'],
    title: 'The server found the upgrade request malformed or incomplete.',
    confidence: 'documented',
    fixes: [
      `Look for a proxy on the way that removes upgrade headers: ${SHOWS_REQUEST}.`,
      'Check the query and headers: a gateway can also reject a parameter with this status.',
    ],
    source: 'gateways.md 1.2',
  },
  {
    id: 'generic-token-expired',
    status: [401],
    when: ({ record }) => findStaleToken(record)?.problem === 'expired',
    quotes: ['WWW-Authenticate'],
    evidence: ({ record }) => quoteStaleToken(record),
    title: 'A token that was sent had expired before this attempt: probably that is why it was refused.',
    confidence: 'inferred',
    fixes: [
      'Get a new token, and let the client fetch one right before it connects.',
      'If a new one is refused too, check that it stands where the API reads it, and its audience.',
    ],
    source: 'RFC 7519 section 4.1.4',
  },
  {
    id: 'generic-token-not-yet-valid',
    status: [401],
    when: ({ record }) => findStaleToken(record)?.problem === 'not yet valid',
    quotes: ['WWW-Authenticate'],
    evidence: ({ record }) => quoteStaleToken(record),
    title: 'A token that was sent is not valid yet: probably that is why it was refused.',
    confidence: 'inferred',
    fixes: ['Check this machine’s clock, and the clock of whoever issued the token.'],
    source: 'RFC 7519 section 4.1.5',
  },
  {
    id: 'generic-unauthorized',
    status: [401],
    quotes: ['WWW-Authenticate'],
    evidence: ({ record }) => quoteTokens(record),
    title: 'The server wants a credential, or does not accept the one sent.',
    confidence: 'documented',
    fixes: [
      'Check that the credential stands where the API reads it: which query parameter, or which header.',
      'Check that it has not expired or been revoked.',
      'Choose the gateway beside the URL if you know it: its refusals can be read more closely.',
    ],
    source: 'gateways.md 1.2',
  },
  {
    id: 'generic-forbidden',
    status: [403],
    quotes: ['Server'],
    title: 'The server forbids the connection.',
    confidence: 'documented',
    fixes: [
      'Check what the credential is allowed to do.',
      'Check the Origin: many servers accept only the origins that they list.',
      'Check network rules, such as allowed addresses, and a firewall before the server.',
    ],
    source: 'gateways.md 1.2',
  },
  {
    id: 'generic-not-found',
    status: [404],
    quotes: ['Server'],
    title: 'There is nothing at this path.',
    confidence: 'documented',
    fixes: ['Check the path, the stage and the host, letter by letter; a slash at the end can count.'],
    source: 'gateways.md 1.2',
  },
  {
    id: 'generic-method-not-allowed',
    status: [405],
    quotes: ['Allow'],
    title: 'The server does not allow GET at this path, and an opening handshake is a GET.',
    confidence: 'documented',
    fixes: ['Allow GET for the path in the gateway, or check the path.'],
    source: 'gateways.md 1.2',
  },
  {
    id: 'generic-proxy-authentication',
    status: [407],
    quotes: ['Proxy-Authenticate'],
    title: 'A forward proxy wants credentials.',
    confidence: 'documented',
    fixes: ['Put the user and password into the proxy URL, under Options.'],
    source: 'gateways.md 1.2',
  },
  {
    id: 'generic-timed-out',
    status: [408, 504],
    quotes: ['Server'],
    title: 'The gateway waited too long for the service behind it.',
    confidence: 'documented',
    fixes: ['Check that the service is up and answers WebSocket upgrades.'],
    source: 'gateways.md 1.2',
  },
  {
    id: 'generic-too-long',
    status: [413, 414, 431],
    title: ({ url }) => `The URL (${url.href.length} characters) or the headers are too long for the server.`,
    confidence: 'documented',
    fixes: [
      'Shorten the query: a token in it is the usual cause. Send it as a header in the Companion transport.',
    ],
    source: 'gateways.md 1.2',
  },
  {
    id: 'generic-misdirected',
    status: [421],
    title: 'The server does not serve this host on this connection.',
    confidence: 'documented',
    fixes: ['Check that the server name under Options is empty or the URL’s host.'],
    source: 'gateways.md 1.2',
  },
  {
    id: 'generic-upgrade-required',
    status: [426],
    quotes: ['Upgrade'],
    title: 'A WebSocket server answered, but it saw no upgrade.',
    confidence: 'documented',
    fixes: [`Look for a proxy on the way that removes Connection and Upgrade: ${SHOWS_REQUEST}.`],
    source: 'gateways.md 1.2',
  },
  {
    id: 'generic-rate-limit',
    status: [429],
    quotes: ['Retry-After'],
    title: 'A rate limit or a quota refused the connection.',
    confidence: 'documented',
    fixes: ['Wait, as long as Retry-After says if it is there, and connect again.'],
    source: 'gateways.md 1.2',
  },
  {
    id: 'generic-server-failed',
    status: [500, 502, 503],
    quotes: ['Server', 'Retry-After'],
    title: 'The gateway could not complete the handshake with the service behind it.',
    confidence: 'documented',
    fixes: [
      'Check that the service is up and reachable from the gateway.',
      'Look at the gateway’s log for this time.',
    ],
    source: 'gateways.md 1.2',
  },
  {
    id: 'generic-http-version',
    status: [505],
    quotes: ['Server'],
    title: 'The server does not take HTTP/1.1, and an upgrade needs it.',
    confidence: 'documented',
    fixes: ['Allow HTTP/1.1 on the listener, beside HTTP/2.'],
    source: 'gateways.md G9',
  },
  {
    id: 'generic-unknown-answer',
    quotes: ['Server', 'Content-Type'],
    title: ({ answer }) =>
      `The server answered ${answer.status}. What that means here is not known to Postern.`,
    confidence: 'inferred',
    fixes: ['Read the answer’s headers and body in the handshake: they are all there is to go by.'],
    source: 'gateways.md 1.2',
  },
];

/** Says what the redirect changes, when that is all it changes. */
function followRedirect({ url, answer }: Seen): readonly FixDraft[] {
  const location = findHeader(answer.response.headers, 'Location');
  const from = url.href.replace(/^ws/, 'http');
  const to = location === null ? null : parseUrl(location, from);
  if (to === null) return ['Connect to the final URL yourself.'];
  const target = new URL(from);
  const scheme = to.protocol === 'https:' ? 'wss' : 'ws';
  const asWebSocket = `${scheme}://${to.host}${to.pathname}`;
  if (to.hostname === target.hostname && to.pathname === target.pathname && to.protocol !== target.protocol) {
    return [fixBy({ kind: 'set-scheme', scheme }, `Use ${asWebSocket}: the server wants TLS.`)];
  }
  if (to.host === target.host && to.pathname === `${target.pathname}/`) {
    const text = `Use ${asWebSocket}: the server wants the slash at the end.`;
    return [fixBy({ kind: 'set-path', path: to.pathname }, text)];
  }
  return [
    `Use ${asWebSocket} if that is the API’s new place.`,
    'If it is a login page, the credential was missing or not accepted.',
  ];
}
