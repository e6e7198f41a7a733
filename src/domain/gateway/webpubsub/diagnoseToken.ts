import { assertNever } from '../../assertNever.ts';
import { formatDateTime } from '../../format/formatDateTime.ts';
import { parseUrl } from '../../format/parseUrl.ts';
import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import { readAnswer } from '../answer.ts';
import { quoteBody, quoteHeaders, quoteStatus } from '../evidence.ts';
import { toFixes, type FixDraft } from '../fixAction.ts';
import type { Evidence, Finding } from '../gateway.ts';
import { asParameter, findSent } from '../sentCredential.ts';
import { readSentToken, type ClientToken } from './clientToken.ts';
import { findForeignAudience } from './foreignAudience.ts';

const REGENERATE =
  'Make a new token for this hub: in the Azure portal under Web PubSub, Keys, Client URL generator, or with the service’s SDK.';

/** What a 401 of Web PubSub most likely means, by the token that was sent (gateways.md 3.3; section 7 row 6). */
export function diagnoseToken(record: HandshakeRecord): readonly Finding[] {
  const sent = readSentToken(record);
  switch (sent.kind) {
    case 'none':
      return [
        finding(
          record,
          'webpubsub-token-missing',
          'Web PubSub received no access token.',
          'observed',
          [],
          [
            asParameter(
              'access_token',
              findSent(record, 'query', ['token', 'jwt', 'accessToken']),
              'Add the query parameter access_token with a client access token for this hub.',
            ),
            'Or let anonymous clients connect, in the hub’s settings.',
          ],
        ),
      ];
    case 'unreadable':
      return [
        finding(
          record,
          'webpubsub-token-unreadable',
          'The access token is not a JWT.',
          'observed',
          [],
          [
            'Paste the whole token: three parts with dots between them, beginning with eyJ. A subscription key is none.',
            REGENERATE,
          ],
        ),
      ];
    case 'token':
      return [diagnoseClaims(record, sent.token)];
    default:
      return assertNever(sent);
  }
}

function diagnoseClaims(record: HandshakeRecord, token: ClientToken): Finding {
  const { expiresAt, notBefore } = token;
  if (expiresAt !== null && expiresAt * 1_000 <= record.startedAt) {
    const quote = `exp ${expiresAt} (${formatDateTime(expiresAt * 1_000)})`;
    return finding(
      record,
      'webpubsub-token-expired',
      'The access token had expired before this attempt.',
      'observed',
      [{ where: 'access_token', quote }],
      [
        REGENERATE,
        'Let the client fetch a token right before it connects: the expiry is looked at only then.',
      ],
    );
  }
  if (notBefore !== null && notBefore * 1_000 > record.startedAt) {
    const quote = `nbf ${notBefore} (${formatDateTime(notBefore * 1_000)})`;
    return finding(
      record,
      'webpubsub-token-not-yet-valid',
      'The access token is not valid yet.',
      'inferred',
      [{ where: 'access_token', quote }],
      ['Check this machine’s clock, and the clock of the server that made the token.', REGENERATE],
    );
  }
  const audience = findForeignAudience(record.url, token.audiences);
  if (audience !== null) {
    return finding(
      record,
      'webpubsub-token-audience',
      'The access token is for another hub or service.',
      'observed',
      [{ where: 'access_token', quote: `aud ${audience}` }],
      [
        REGENERATE,
        'Behind API Management the audience still names the Web PubSub service, not the gateway’s host.',
      ],
    );
  }
  return finding(
    record,
    'webpubsub-token-refused',
    'Web PubSub refused the access token.',
    'inferred',
    [],
    [
      'Check the key that signed it: a token signed with a regenerated or another service’s key is refused.',
      'Check its audience: https://{name}.webpubsub.azure.com/client/hubs/{hub}, with the service’s own host.',
      REGENERATE,
    ],
  );
}

/**
 * The same for a host that no one has said to be Web PubSub's: its clients' path is all that speaks for it (section 7
 * row 6). `null` for any other answer.
 */
export function suspectToken(record: HandshakeRecord): Finding | null {
  const answer = readAnswer(record);
  const pathname = parseUrl(record.url)?.pathname ?? '';
  if (answer?.status !== UNAUTHORIZED || !/^\/client\/hubs\/[^/]+\/?$/.test(pathname)) return null;
  const [found] = diagnoseToken(record);
  if (found === undefined) return null;
  return {
    ...found,
    title: `If Web PubSub is behind this path: ${found.title}`,
    evidence: [...found.evidence, { where: 'Path', quote: pathname }],
    confidence: 'inferred',
  };
}

const UNAUTHORIZED = 401;

function finding(
  record: HandshakeRecord,
  id: string,
  title: string,
  confidence: Finding['confidence'],
  evidence: readonly Evidence[],
  fixes: readonly FixDraft[],
): Finding {
  const answer = readAnswer(record);
  const quoted =
    answer === null
      ? []
      : [quoteStatus(answer), ...quoteHeaders(answer, ['WWW-Authenticate']), ...quoteBody(answer, null)];
  return {
    id,
    gateway: 'webpubsub',
    severity: 'error',
    title,
    evidence: [...quoted, ...evidence],
    confidence,
    fixes: toFixes(fixes),
    source: 'gateways.md 7 row 6',
  };
}
