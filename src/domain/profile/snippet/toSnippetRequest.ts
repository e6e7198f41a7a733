import { DEFAULT_LIMITS, type ConnectionRequest } from '../../connection/connectionRequest.ts';
import type { NamedMessage } from '../../expectation/awaitedSaved.ts';
import { describeExpectation } from '../../expectation/describeExpectation.ts';
import type { ExpectedOutcome } from '../../expectation/expectation.ts';
import type { OutgoingMessage } from '../../connection/outgoingMessage.ts';
import { formatBytes } from '../../format/formatBytes.ts';
import { parseUrl } from '../../format/parseUrl.ts';
import { createPayloadMasker } from '../../transcript/transfer/maskPayload.ts';
import { checkSubprotocol } from '../../websocket/subprotocol.ts';
import { looksLikeSecret } from '../isCredentialName.ts';
import { isSecretHeader, isSecretParameter } from '../maskUrl.ts';
import { CLIENT_KEY_PASSPHRASE, namedSecrets, PROXY_URL } from '../namedSecrets.ts';
import type { Profile, SecretId, Secrets } from '../profile.ts';
import { splitQuery } from '../queryText.ts';
import { secretParts } from '../secretParts.ts';
import { secretNames } from '../secretNames.ts';
import { secretsOfRequest } from '../secretsOfRequest.ts';
import type { LabelledSecret } from '../variables/environmentSecrets.ts';
import { createSecretHider, type SecretHider } from './secretHider.ts';
import type { SnippetMessage, SnippetRequest, SnippetSubprotocol } from './snippetRequest.ts';
import { hasSecret, mergeParts, plainText, type SnippetText } from './snippetText.ts';

/** A longer message makes the code around it hard to find; bytes. */
const MAX_MESSAGE_BYTES = 16 * 1024;

export interface SnippetSource {
  readonly profile: Profile;
  readonly secrets: Secrets;
  /** What the profile and its secrets resolve to. */
  readonly request: ConnectionRequest;
  /** Those of environments: a message may have one in it. */
  readonly otherSecrets: readonly LabelledSecret[];
  /** What stands in the composer; `null` for nothing. */
  readonly message: OutgoingMessage | null;
  /** The saved messages that a message is expected after, as they are sent; one that cannot be is not there. */
  readonly awaited: readonly NamedMessage[];
}

/** Makes what a snippet says of a profile. Unless the person wants the secrets themselves, variables stand for them. */
export function toSnippetRequest(source: SnippetSource, includesSecrets: boolean): SnippetRequest {
  const { profile, request } = source;
  const known = knownSecretsOf(source);
  const names = secretNames(profile);
  const hider = createSecretHider(known, includesSecrets);
  const { options, origin } = request;
  const { tls, limits, proxy } = options;
  const hasClientCertificate = tls.clientCertificatePem.trim() !== '';
  const connectingMs = limits.dnsMs + limits.tcpMs + limits.tlsMs;
  const { message, notes } = messageOf(source.message, hider, includesSecrets ? [] : known, COMPOSED);
  return {
    transport: request.transport,
    url: urlText(request.url, names, hider),
    isSecure: request.url.startsWith('wss:'),
    headers: request.headers.map(({ name, value }) => ({
      name,
      value:
        isSecretHeader(name, names) || looksLikeSecret(value)
          ? [hider.hide(name, value)]
          : hider.hideKnown(value),
    })),
    origin,
    subprotocols: request.subprotocols.map((value, index, all) => subprotocolOf(value, index, all, hider)),
    tls: {
      verifiesCertificate: tls.verifiesCertificate,
      hasAuthorities: tls.caPem.trim() !== '',
      hasClientCertificate,
      keyPassphrase:
        hasClientCertificate && tls.clientKeyPassphrase !== ''
          ? [hider.hide(CLIENT_KEY_PASSPHRASE, tls.clientKeyPassphrase)]
          : null,
      serverName: tls.serverName,
    },
    proxy: proxy.kind === 'url' ? { kind: 'url', url: proxyText(proxy.url, profile, hider) } : proxy,
    offersCompression: options.offersCompression,
    openingMs: connectingMs + limits.answerMs,
    connectingMs,
    hasOwnLimits:
      connectingMs !== DEFAULT_LIMITS.dnsMs + DEFAULT_LIMITS.tcpMs + DEFAULT_LIMITS.tlsMs ||
      limits.answerMs !== DEFAULT_LIMITS.answerMs,
    pingEveryMs: profile.keepAlive.kind === 'ping' ? profile.keepAlive.everyMs : null,
    message,
    ...expectationsOf(source, hider, includesSecrets ? [] : known),
    notes,
  };
}

/** Those that the profile names, then what else of the request looks like one, such as the token behind `Bearer`. */
function knownSecretsOf({
  profile,
  secrets,
  request,
  otherSecrets,
}: SnippetSource): readonly LabelledSecret[] {
  return [
    ...namedSecrets(profile).flatMap(({ secretId, label }) => partsOf(label, secrets[secretId] ?? '')),
    ...tokenSecrets(profile).flatMap((secretId) => partsOf('secret', secrets[secretId] ?? '')),
    ...otherSecrets.flatMap(({ label, value }) => partsOf(label, value)),
    ...secretsOfRequest(request).map((value) => ({ label: 'secret', value })),
  ];
}

/** What is secret of it by itself has a variable of its own: the first alone has the label for its name. */
function partsOf(label: string, value: string): readonly LabelledSecret[] {
  return secretParts(value).map((part, index) => ({ label: index === 0 ? label : 'secret', value: part }));
}

/** What a token is fetched with goes into no snippet, unless it stands in the message. */
function tokenSecrets({ tokenSource }: Profile): readonly SecretId[] {
  const values = tokenSource === undefined ? [] : [tokenSource.clientSecret, tokenSource.parameters];
  return values.flatMap((value) => (value.kind === 'secret' ? [value.secretId] : []));
}

function urlText(url: string, names: readonly string[], hider: SecretHider): SnippetText {
  const [beforeQuery = '', query] = url.split(/\?(.*)/s);
  if (query === undefined) return hider.hideKnown(url);
  const parts = query.split('&').flatMap((part, index): SnippetText => {
    const separator = plainText(index === 0 ? '?' : '&');
    const [pair] = splitQuery(part);
    if (pair === undefined || !isSecretParameter(pair, names))
      return [...separator, ...hider.hideKnown(part)];
    const nameEnd = pair.name === '' ? 0 : part.indexOf('=') + 1;
    const value = hider.hide(pair.name === '' ? 'query' : pair.name, part.slice(nameEnd));
    return [...separator, ...plainText(part.slice(0, nameEnd)), value];
  });
  return mergeParts([...hider.hideKnown(beforeQuery), ...parts]);
}

function subprotocolOf(
  value: string,
  index: number,
  all: readonly string[],
  hider: SecretHider,
): SnippetSubprotocol {
  return {
    value: looksLikeSecret(value) ? [hider.hide('subprotocol', value)] : hider.hideKnown(value),
    isRegular: checkSubprotocol(value) === null && all.indexOf(value) === index,
  };
}

/** A proxy URL with a password in it is a secret whole. */
function proxyText(url: string, { options }: Profile, hider: SecretHider): SnippetText {
  const isSecret = options.proxy.kind === 'url' && options.proxy.url.kind === 'secret';
  const hasPassword = (parseUrl(url)?.password ?? '') !== '';
  return isSecret || hasPassword ? [hider.hide(PROXY_URL, url)] : plainText(url);
}

function messageOf(
  message: OutgoingMessage | null,
  hider: SecretHider,
  hidden: readonly LabelledSecret[],
  what: string,
): { readonly message: SnippetMessage | null; readonly notes: readonly string[] } {
  if (message === null || (message.kind === 'text' && message.text === ''))
    return { message: null, notes: [] };
  const bytes = message.kind === 'text' ? new TextEncoder().encode(message.text) : message.bytes;
  if (bytes.byteLength > MAX_MESSAGE_BYTES) {
    const size = formatBytes(bytes.byteLength);
    return leftOut(`${what} is left out: its ${size} are too long for a snippet.`);
  }
  if (message.kind === 'text') {
    return { message: { kind: 'text', text: hider.hideInMessage(message.text) }, notes: [] };
  }
  const masker = createPayloadMasker(hidden.map(({ value }) => value));
  if (masker(bytes) !== null) return leftOut(`${what} is left out: it has a secret in it.`);
  return { message, notes: [] };
}

/** What has to be sent for them goes out once: what stands in the composer may be it. */
function expectationsOf(
  { profile, message: composed, awaited }: SnippetSource,
  hider: SecretHider,
  hidden: readonly LabelledSecret[],
): Pick<SnippetRequest, 'expectations' | 'awaited'> {
  const written = new Map(
    awaited.map(({ name, message }) => [name, messageOf(message, hider, hidden, SAVED).message]),
  );
  const expectations = (profile.expectations ?? []).map(({ id: _id, ...expected }) => ({
    expected,
    obstacle: obstacleOf(expected, (name) => (written.get(name) ?? null) !== null, hider),
  }));
  return {
    expectations,
    awaited: awaited.flatMap(({ name, message }) => {
      const snippet = written.get(name) ?? null;
      return snippet === null || isSameMessage(message, composed) ? [] : [snippet];
    }),
  };
}

const COMPOSED = 'The message in the composer';
const SAVED = 'A saved message';

function obstacleOf(
  expected: ExpectedOutcome,
  isSent: (name: string) => boolean,
  hider: SecretHider,
): string | null {
  if (hasSecret(hider.hideKnown(describeExpectation(expected)))) return 'it has a secret in it';
  if (expected.kind !== 'message' || expected.after === '' || isSent(expected.after)) return null;
  return `“${expected.after}” cannot be written here`;
}

function isSameMessage(one: OutgoingMessage, other: OutgoingMessage | null): boolean {
  if (other === null) return false;
  if (one.kind === 'text' || other.kind === 'text') {
    return one.kind === 'text' && other.kind === 'text' && one.text === other.text;
  }
  return one.bytes.length === other.bytes.length && one.bytes.every((byte, at) => byte === other.bytes[at]);
}

function leftOut(note: string): { readonly message: null; readonly notes: readonly string[] } {
  return { message: null, notes: [note] };
}
