import { assertNever } from '../../assertNever.ts';
import { describeExpectation } from '../../expectation/describeExpectation.ts';
import { formatDuration } from '../../format/formatDuration.ts';
import { GATEWAYS } from '../../gateway/gateways.ts';
import { isCredentialName, looksLikeSecret } from '../isCredentialName.ts';
import { maskUrl } from '../maskUrl.ts';
import { MASK } from '../maskUrlBy.ts';
import type { KeepAlive, Profile, ReconnectPolicy } from '../profile.ts';
import { toFileProfile } from './filedProfile.ts';
import type { FileField, FileProfile, FileValue } from './fileProfile.ts';

/** One part in which two profiles differ, in words for the person, without any secret. */
export interface ProfileDifference {
  /** For example `Header x-team`. */
  readonly part: string;
  /** `null` where it is not there. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What another form of a profile changes. Nothing, when a file says the same of both; whether the ids are one is not asked. */
export function compareProfiles(before: Profile, after: Profile): readonly ProfileDifference[] {
  const isTokenSourceWhole = before.tokenSource === undefined || after.tokenSource === undefined;
  const [left, right] = [before, after].map((profile) => factsOf(toFileProfile(profile), isTokenSourceWhole));
  if (left === undefined || right === undefined) return [];
  const changed = [...left].flatMap(([key, fact]) => changeOf(fact, right.get(key)));
  const added = [...right].flatMap(([key, fact]) => (left.has(key) ? [] : changeOf(undefined, fact)));
  return [...changed, ...added, ...ordersChanged(left, right)];
}

/** One thing that a profile says. */
interface Fact {
  readonly part: string;
  /** The list that it is an item of; `null` for none. */
  readonly list: string | null;
  /** As a file has it. */
  readonly json: string;
  readonly words: string;
}

type Facts = ReadonlyMap<string, Fact>;

function changeOf(before: Fact | undefined, after: Fact | undefined): readonly ProfileDifference[] {
  const part = (before ?? after)?.part ?? '';
  if (before === undefined || after === undefined) {
    return [{ part, before: before?.words ?? null, after: after?.words ?? null }];
  }
  if (before.json === after.json) return [];
  // What is masked or cut may read alike.
  const words = before.words === after.words ? `${after.words} (another)` : after.words;
  return [{ part, before: before.words, after: words }];
}

/** Lists of which both have the same items in another order; of what was added or taken away, it is said already. */
function ordersChanged(left: Facts, right: Facts): readonly ProfileDifference[] {
  return LISTS.flatMap((list) => {
    const before = itemsOf(left, list, right);
    const after = itemsOf(right, list, left);
    if (before.every(([key], index) => key === after[index]?.[0])) return [];
    return [{ part: `Order of the ${list}`, before: partsOf(before), after: partsOf(after) }];
  });
}

function itemsOf(facts: Facts, list: string, others: Facts) {
  return [...facts].filter(([key, fact]) => fact.list === list && others.has(key));
}

function partsOf(items: readonly (readonly [string, Fact])[]): string {
  return cut(items.map(([, { part }]) => part.replace(/^\S+(?: parameter)? /, '')).join(', '));
}

const PARAMETERS = 'query parameters';
const HEADERS = 'headers';
const SUBPROTOCOLS = 'subprotocols';
const MESSAGES = 'saved messages';
const EXPECTATIONS = 'expectations';
const LISTS = [PARAMETERS, HEADERS, SUBPROTOCOLS, MESSAGES, EXPECTATIONS];

function factsOf(profile: FileProfile, isTokenSourceWhole: boolean): Facts {
  const {
    id: _id,
    options,
    tokenSource,
    parameters,
    headers,
    subprotocols,
    messages,
    expectations = [],
    ...rest
  } = profile;
  const { name, description, folder, gateway, url, transport, origin, keepAlive, reconnect, ...others } =
    rest;
  const { offersCompression, tls, limits, proxy, ...otherOptions } = options;
  const { dnsMs, tcpMs, tlsMs, answerMs, ...otherLimits } = limits;
  const { verifiesCertificate, caPem, clientCertificatePem, serverName, ...restOfTls } = tls;
  const { clientKeyPem, clientKeyPassphrase, ...otherTls } = restOfTls;
  const facts = new Map<string, Fact>();
  const add = (part: string, value: unknown, words: string, list: string | null = null, nth = 1) => {
    const shown = nth === 1 ? part : `${part} (${nth})`;
    facts.set(JSON.stringify([part, list, nth]), { part: shown, list, json: jsonOf(value), words });
  };
  const addItems = <Item>(
    list: string,
    items: readonly Item[],
    tell: (item: Item) => readonly [part: string, words: string],
  ) => {
    const counts = new Map<string, number>();
    for (const item of items) {
      const [part, words] = tell(item);
      const count = (counts.get(part) ?? 0) + 1;
      counts.set(part, count);
      add(part, item, words, list, count);
    }
  };

  add('Name', name, textWords(name));
  add('Folder', folder, folder === '' ? 'top level' : cut(folder));
  add('Description', description, textWords(description));
  add('URL', url, url === '' ? 'empty' : cut(maskUrl(url)));
  add('Gateway', gateway, gateway === 'auto' ? 'as the URL says' : GATEWAYS[gateway].name);
  add('Transport', transport, transport === 'companion' ? 'Companion' : 'Browser');
  addItems(PARAMETERS, parameters, (field) => [`Query parameter ${field.name}`, fieldWords(field, 'query')]);
  addItems(HEADERS, headers, (field) => [`Header ${field.name}`, fieldWords(field, 'header')]);
  addItems(SUBPROTOCOLS, subprotocols, ({ value, isEnabled }) => [
    `Subprotocol ${looksLikeSecret(value) ? MASK : value}`,
    isEnabled ? 'offered' : 'switched off',
  ]);
  add('Origin', origin, origin === '' ? 'none' : cut(origin));
  add('Compression', offersCompression, offersCompression ? 'offered' : 'not offered');
  add('Certificate of the server', verifiesCertificate, verifiesCertificate ? 'verified' : 'any is accepted');
  add('Certificate authorities', caPem, pemWords(caPem));
  add('Client certificate', clientCertificatePem, pemWords(clientCertificatePem));
  add('Client key', clientKeyPem, hiddenWords(clientKeyPem));
  add('Passphrase of the client key', clientKeyPassphrase, hiddenWords(clientKeyPassphrase));
  add('Server name', serverName, serverName === '' ? 'as in the URL' : cut(serverName));
  add('Time limit for DNS', dnsMs, formatDuration(dnsMs));
  add('Time limit for TCP', tcpMs, formatDuration(tcpMs));
  add('Time limit for TLS', tlsMs, formatDuration(tlsMs));
  add('Time limit for the answer', answerMs, formatDuration(answerMs));
  add('Proxy', proxy, proxyWords(proxy));
  add('Keep-alive', keepAlive, keepAliveWords(keepAlive));
  add('Reconnection', reconnect, reconnectWords(reconnect));
  addItems(MESSAGES, messages, (message) => [`Message ${message.name}`, textWords(message.text)]);
  addItems(EXPECTATIONS, expectations, (expected) => [
    `Expectation ${cut(describeExpectation(expected))}`,
    'judged',
  ]);
  if (tokenSource !== undefined && isTokenSourceWhole) {
    add('Token', tokenSource, `from ${cut(maskUrl(tokenSource.url))}`);
  } else if (tokenSource !== undefined) {
    const { url: address, clientId, clientSecret, authentication, scope, audience, ...more } = tokenSource;
    const { parameters: extra, place, isRenewed, kind, ...otherToken } = more;
    add('Token: address', address, cut(maskUrl(address)));
    add('Token: client id', clientId, textWords(clientId));
    add('Token: client secret', clientSecret, hiddenWords(clientSecret));
    add('Token: credentials in', authentication, authentication === 'basic' ? 'a header' : 'the body');
    add('Token: scope', scope, textWords(scope));
    add('Token: audience', audience, textWords(audience));
    add('Token: more parameters', extra, hiddenWords(extra));
    add('Token: sent as', place, place.kind === 'header' ? 'a header' : `query parameter ${place.name}`);
    add('Token: renewed when it has expired', isRenewed, isRenewed ? 'yes' : 'no');
    add('Token: kind', kind, kind);
    addOthers('tokenSource.', otherToken);
  }
  addOthers('', others);
  addOthers('options.', otherOptions);
  addOthers('options.tls.', otherTls);
  addOthers('options.limits.', otherLimits);
  return facts;

  /** What a later version has added. */
  function addOthers(path: string, members: object): void {
    for (const [key, member] of Object.entries(members)) {
      add(`“${path}${key}”`, member, 'something that this Postern does not know');
    }
  }
}

/** Whatever the order of its members. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );
}

function fieldWords({ name, value, isEnabled }: FileField, kind: 'query' | 'header'): string {
  const isHidden =
    value.kind === 'text' &&
    value.text !== '' &&
    (isCredentialName(name, kind) || looksLikeSecret(value.text));
  const words = isHidden ? MASK : value.kind === 'secret' ? 'a secret' : textWords(value.text);
  return isEnabled ? words : `${words}, switched off`;
}

/** For what is a secret in most profiles, whatever it is in this one. */
function hiddenWords(value: FileValue): string {
  if (value.kind === 'secret') return 'a secret';
  return value.text === '' ? 'none' : MASK;
}

function proxyWords(proxy: FileProfile['options']['proxy']): string {
  switch (proxy.kind) {
    case 'environment':
      return 'as the environment says';
    case 'none':
      return 'none';
    case 'url':
      return proxy.url.kind === 'secret' ? 'one whose URL is a secret' : cut(maskUrl(proxy.url.text));
    default:
      return assertNever(proxy);
  }
}

function keepAliveWords(keepAlive: KeepAlive): string {
  if (keepAlive.kind === 'off') return 'off';
  const every = `every ${formatDuration(keepAlive.everyMs)}`;
  return keepAlive.kind === 'ping' ? `a ping ${every}` : `${textWords(keepAlive.text)} ${every}`;
}

function reconnectWords(policy: ReconnectPolicy): string {
  if (policy.kind === 'off') return 'off';
  const waits = `${formatDuration(policy.firstDelayMs)} to ${formatDuration(policy.maxDelayMs)}`;
  return `at most ${policy.maxAttempts} attempts, ${waits} apart`;
}

function pemWords(pem: string): string {
  return pem === '' ? 'none' : 'one of its own';
}

function textWords(text: string): string {
  return text === '' ? 'empty' : cut(text);
}

/** Characters of a text that are shown: enough to know it again. */
const MAX_SHOWN_LENGTH = 120;

function cut(text: string): string {
  return text.length > MAX_SHOWN_LENGTH ? `${text.slice(0, MAX_SHOWN_LENGTH)}…` : text;
}
