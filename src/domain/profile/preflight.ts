import { formatDuration } from '../format/formatDuration.ts';
import { fixBy, type Fix } from '../gateway/fixAction.ts';
import { GATEWAYS } from '../gateway/gateways.ts';
import { findForeignAudience } from '../gateway/webpubsub/foreignAudience.ts';
import { isLocalHost } from './isLocalHost.ts';
import { profileWarnings } from './checkProfile.ts';
import { effectiveGateway } from './effectiveGateway.ts';
import { readFieldValue } from './fieldValue.ts';
import { isCredentialName, looksLikeSecret } from './isCredentialName.ts';
import type { Field, Profile, Secrets } from './profile.ts';
import type { PreflightWarning } from './profileProblem.ts';
import { readJwt, type Jwt } from './readJwt.ts';
import { isInUse, resolveProfile } from './resolveProfile.ts';
import { parseUrl } from '../format/parseUrl.ts';

/** What will probably fail, said before anything is sent. Nothing here keeps anybody from trying. */
export function preflight(profile: Profile, secrets: Secrets, now: number): readonly PreflightWarning[] {
  const url = resolvedUrl(profile, secrets);
  return [
    ...profileWarnings(profile, secrets),
    ...(url === null ? [] : warnOfGateway(profile, url)),
    ...(url === null ? [] : warnOfPlainText(profile, url, secrets)),
    ...warnOfDuplicates(profile),
    ...tokensOf(profile, secrets).flatMap((token) => warnOfToken(token, url, now)),
  ];
}

/** A token in the request, and where it stands. */
export interface PlacedToken extends Pick<PreflightWarning, 'at' | 'fieldId'> {
  readonly token: Jwt;
}

/** Every JWT that would be sent. */
export function tokensOf(profile: Profile, secrets: Secrets): readonly PlacedToken[] {
  const inFields = (at: 'parameters' | 'headers') =>
    profile[at]
      .filter(isInUse)
      .map((field) => ({ at, fieldId: field.id, value: readFieldValue(field.value, secrets) }));
  const inSubprotocols = profile.subprotocols
    .filter(({ isEnabled }) => isEnabled)
    .map(({ id, value }) => ({ at: 'subprotocols' as const, fieldId: id, value }));
  return [...inFields('parameters'), ...inFields('headers'), ...inSubprotocols].flatMap(
    ({ at, fieldId, value }) => {
      const token = readJwt(value);
      return token === null ? [] : [{ at, fieldId, token }];
    },
  );
}

function resolvedUrl(profile: Profile, secrets: Secrets): URL | null {
  const resolution = resolveProfile(profile, secrets);
  return resolution.ok ? new URL(resolution.request.url) : null;
}

function warnOfGateway(profile: Profile, url: URL): readonly PreflightWarning[] {
  const namesOf = (fields: readonly Field[]) =>
    new Set(fields.filter(isInUse).map(({ name }) => name.toLowerCase()));
  const parameters = new Set([...url.searchParams.keys()].map((name) => name.toLowerCase()));
  return GATEWAYS[effectiveGateway(profile)]
    .preflight({ url, parameters, headers: namesOf(profile.headers) })
    .map((warning) => ({ ...warning, fieldId: null }));
}

function warnOfPlainText(profile: Profile, url: URL, secrets: Secrets): readonly PreflightWarning[] {
  if (url.protocol !== 'ws:' || isLocalHost(url.hostname)) return [];
  const isSecret = (kind: 'query' | 'header') => (field: Field) =>
    isInUse(field) &&
    readFieldValue(field.value, secrets) !== '' &&
    (field.value.kind === 'secret' || isCredentialName(field.name, kind));
  const hasSecret =
    profile.parameters.some(isSecret('query')) ||
    profile.headers.some(isSecret('header')) ||
    profile.subprotocols.some(({ isEnabled, value }) => isEnabled && looksLikeSecret(value)) ||
    [...url.searchParams.keys()].some((name) => isCredentialName(name, 'query'));
  if (!hasSecret) return [];
  const message = 'ws:// is not encrypted: everybody on the way can read the credential.';
  const encrypt = fixBy({ kind: 'set-scheme', scheme: 'wss' }, 'Use wss://.');
  return [{ at: 'url', fieldId: null, message, fixes: [encrypt] }];
}

function warnOfDuplicates({ parameters, url }: Profile): readonly PreflightWarning[] {
  const typed = namesInQuery(url);
  const used = parameters.filter(isInUse).filter(({ name }) => name !== '');
  return [
    ...[...new Set(typed.filter((name, index) => typed.indexOf(name) !== index))].map((name) => ({
      at: 'url' as const,
      fieldId: null,
      message: `${name} is in the URL twice: which of the two a gateway reads is its own choice.`,
      fixes: [],
    })),
    ...used.flatMap(({ id, name }, index) => {
      if (typed.includes(name)) return [warnOfDuplicate(id, `${name} is in the URL too`, dropRows(name))];
      const isFirst = used.findIndex((field) => field.name === name) === index;
      return isFirst ? [] : [warnOfDuplicate(id, `${name} is there twice`, keepFirst(name))];
    }),
  ];
}

/** As the URL has them, before the parameters of the table. */
function namesInQuery(url: string): readonly string[] {
  return [...(parseUrl(url.trim())?.searchParams.keys() ?? [])];
}

function warnOfDuplicate(fieldId: string, what: string, fix: Fix): PreflightWarning {
  const message = `${what}: which of the two a gateway reads is its own choice.`;
  return { at: 'parameters', fieldId, message, fixes: [fix] };
}

function dropRows(name: string): Fix {
  return fixBy({ kind: 'remove-parameters', names: [name] }, 'Remove it here, or from the URL.');
}

function keepFirst(name: string): Fix {
  return fixBy({ kind: 'keep-first-parameter', name }, 'Remove one of them.');
}

function warnOfToken(
  { at, fieldId, token }: PlacedToken,
  url: URL | null,
  now: number,
): readonly PreflightWarning[] {
  const messages: string[] = [];
  const { expiresAt, notBefore, audiences } = token;
  if (expiresAt !== null && expiresAt <= now) messages.push('This token has expired: get a new one.');
  if (notBefore !== null && notBefore > now) {
    messages.push(
      `This token is not valid before ${formatDuration(Math.ceil((notBefore - now) / 1_000) * 1_000)} from now: check this machine’s clock.`,
    );
  }
  const foreign = url === null ? null : findForeignAudience(url.href, audiences);
  if (foreign !== null) {
    messages.push(`This token is meant for ${foreign}, which is not the hub of this URL.`);
  }
  return messages.map((message) => ({ at, fieldId, message, fixes: [] }));
}
