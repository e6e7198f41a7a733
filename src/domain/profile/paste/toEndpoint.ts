import { recogniseGateway } from '../../gateway/gateways.ts';
import type { GatewayId } from '../../gateway/gatewayId.ts';
import { isCredential, looksLikeSecret } from '../isCredentialName.ts';
import { DEFAULT_PROFILE_OPTIONS } from '../newProfile.ts';
import type { Field, FieldValue, ProfileOptions, Secrets, SubprotocolChoice } from '../profile.ts';
import { splitQuery } from '../queryText.ts';
import type { PasteDraft, PastedField } from './pasteDraft.ts';

/** What was pasted, in the places where a profile has it. */
export interface PastedEndpoint {
  /** Without its query. */
  readonly url: string;
  readonly parameters: readonly Field[];
  readonly headers: readonly Field[];
  readonly subprotocols: readonly SubprotocolChoice[];
  /** Empty for none. */
  readonly origin: string;
  /** The options that the command line sets, each whole. */
  readonly options: Partial<ProfileOptions>;
  /** The values of the secrets that the fields name. */
  readonly secrets: Secrets;
  /** The gateway that the URL says, or `null`. */
  readonly gateway: GatewayId | null;
  /** What was changed, and what was left out: sentences. */
  readonly notes: readonly string[];
}

/** Makes the endpoint of a draft whose URL is settled. */
export function toEndpoint(draft: PasteDraft, newId: () => string): PastedEndpoint {
  const secrets: Record<string, string> = {};

  function toSecret(value: string): FieldValue {
    const secretId = newId();
    secrets[secretId] = value;
    return { kind: 'secret', secretId };
  }

  function toField(field: PastedField, kind: 'query' | 'header'): Field {
    const { name, value, isEnabled = true } = field;
    const isSecret = field.isSecret === true || isCredential(name, value, kind);
    return {
      id: newId(),
      name,
      value: isSecret ? toSecret(value) : { kind: 'text', text: value },
      isEnabled,
    };
  }

  const { url, query } = cutQuery(draft);
  return {
    url,
    parameters: [...splitQuery(query), ...draft.parameters].map((pair) => toField(pair, 'query')),
    headers: draft.headers.map((header) => toField(header, 'header')),
    subprotocols: [...new Set(draft.subprotocols)].map((value) => ({ id: newId(), value, isEnabled: true })),
    origin: draft.origin ?? '',
    options: toOptions(draft, toSecret),
    secrets,
    gateway: recogniseGateway(url)?.gateway ?? null,
    notes: [...draft.notes, ...noteSubprotocols(draft.subprotocols)],
  };
}

function cutQuery(draft: PasteDraft): { url: string; query: string } {
  const [url = '', query = ''] = (draft.url ?? '').split(/\?(.*)/s);
  if (query.split('&').includes('') && query !== '') {
    draft.note('Empty parts of the query (a & with nothing before or behind it) were left out.');
  }
  // As a URL parser writes it, so that spaces and letters typed into the query are encoded like all others.
  const written = new URL(`ws://host/?${query}`).search.slice(1);
  return { url, query: written };
}

function toOptions(draft: PasteDraft, toSecret: (value: string) => FieldValue): Partial<ProfileOptions> {
  const { tls } = DEFAULT_PROFILE_OPTIONS;
  const { verifiesCertificate, passphrase, proxy } = draft;
  const changesTls = !verifiesCertificate || passphrase !== '';
  return {
    ...(changesTls && {
      tls: {
        ...tls,
        verifiesCertificate,
        clientKeyPassphrase: passphrase === '' ? tls.clientKeyPassphrase : toSecret(passphrase),
      },
    }),
    ...(proxy !== null && { proxy: toProxy(proxy, toSecret) }),
  };
}

/** A proxy URL with a password in it is a secret whole. */
function toProxy(
  proxy: NonNullable<PasteDraft['proxy']>,
  toSecret: (value: string) => FieldValue,
): ProfileOptions['proxy'] {
  if (proxy.kind !== 'url') return proxy;
  const hasPassword = /^[^/]*\/\/[^/?#]*@/.test(proxy.url);
  return { kind: 'url', url: hasPassword ? toSecret(proxy.url) : { kind: 'text', text: proxy.url } };
}

function noteSubprotocols(subprotocols: readonly string[]): readonly string[] {
  if (!subprotocols.some(looksLikeSecret)) return [];
  return ['A subprotocol looks like a credential. Subprotocols are kept with the profile, in the clear.'];
}
