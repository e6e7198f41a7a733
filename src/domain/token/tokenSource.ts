import { readFieldValue } from '../profile/fieldValue.ts';
import type { Profile, Secrets, TokenPlace, TokenSource } from '../profile/profile.ts';
import { resolveOptions } from '../profile/resolveOptions.ts';
import type { OAuthToken, OAuthTokenRequest } from './oauthToken.ts';
import { readTokenParameters } from './readTokenParameters.ts';
import { findRow } from './withCredential.ts';

/** A token that ends while the handshake is under way is of no use, ms: a handshake takes seconds. */
const EXPIRY_MARGIN_MS = 30_000;

/** Whether a token has to be fetched before connecting: there is none, or it ends about now. */
export function isTokenDue(profile: Profile, secrets: Secrets, now: number): boolean {
  const { tokenSource } = profile;
  if (tokenSource === undefined || !tokenSource.isRenewed) return false;
  const { place } = tokenSource;
  const row = findRow(place.kind === 'header' ? profile.headers : profile.parameters, place);
  // Who switches the row off connects without the token, on purpose.
  if (row?.isEnabled === false) return false;
  if (row === undefined || readFieldValue(row.value, secrets) === '') return true;
  const expiresAt = tokenExpiry(tokenSource, secrets);
  return expiresAt !== null && now >= expiresAt - EXPIRY_MARGIN_MS;
}

/** When the token in use ends, ms since the epoch; `null` when that is not known. */
export function tokenExpiry({ expiresAtId }: TokenSource, secrets: Secrets): number | null {
  const text = secrets[expiresAtId] ?? '';
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** As `tokenExpiry` reads it. */
export function encodeExpiry({ expiresIn }: OAuthToken, now: number): string {
  return expiresIn === null ? '' : String(Math.round(now + expiresIn * 1_000));
}

/** The value of the header or the parameter. Whatever kind an endpoint calls it, gateways want `Bearer`. */
export function credentialOf({ accessToken }: OAuthToken, place: TokenPlace): string {
  return place.kind === 'header' ? `Bearer ${accessToken}` : accessToken;
}

/**
 * What the companion is asked. Proxy and certificate authorities are those of the profile; its client certificate is for
 * the gateway alone.
 */
export function tokenRequestOf(source: TokenSource, profile: Profile, secrets: Secrets): OAuthTokenRequest {
  const parameters = readTokenParameters(readFieldValue(source.parameters, secrets));
  const { tls, proxy } = resolveOptions(profile.options, secrets);
  return {
    url: source.url,
    clientId: source.clientId,
    clientSecret: readFieldValue(source.clientSecret, secrets),
    authentication: source.authentication,
    scope: source.scope,
    audience: source.audience,
    parameters: parameters.ok ? parameters.parameters : [],
    caPem: tls.caPem,
    proxy,
  };
}
