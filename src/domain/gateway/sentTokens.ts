import { formatDateTime } from '../format/formatDateTime.ts';
import type { HandshakeRecord } from '../handshake/handshakeRecord.ts';
import { readJwt, type Jwt } from '../profile/readJwt.ts';
import type { Evidence } from './gateway.ts';
import { parseUrl } from '../format/parseUrl.ts';

/** A JWT that went with the handshake. */
export interface SentToken {
  /** The parameter or header that it stood in. */
  readonly name: string;
  readonly jwt: Jwt;
}

/** A token that no server can have taken at that moment, whoever it was. */
export interface StaleToken extends SentToken {
  readonly problem: 'expired' | 'not yet valid';
}

/** Every JWT of the request, parameters first. */
export function findSentTokens({ url, request }: HandshakeRecord): readonly SentToken[] {
  const parameters = [...(parseUrl(url)?.searchParams ?? [])];
  const headers = (request?.headers ?? []).map(({ name, value }) => [name, value] as const);
  return [...parameters, ...headers].flatMap(([name, value]) => {
    const jwt = readJwt(value);
    return jwt === null ? [] : [{ name, jwt }];
  });
}

/** Where OAuth puts a token (RFC 6750 section 2). */
const TOKEN_PARAMETER = /^access[_-]?token$/i;
const BEARER = /^Bearer +\S/i;

/** The places of tokens that say nothing of themselves: only whoever issued them knows when they end. */
export function findOpaqueTokens({ url, request }: HandshakeRecord): readonly string[] {
  const parameters = [...(parseUrl(url)?.searchParams ?? [])]
    .filter(([name, value]) => TOKEN_PARAMETER.test(name) && value !== '' && readJwt(value) === null)
    .map(([name]) => name);
  const headers = (request?.headers ?? [])
    .filter(
      ({ name, value }) => /^authorization$/i.test(name) && BEARER.test(value) && readJwt(value) === null,
    )
    .map(({ name }) => name);
  return [...parameters, ...headers];
}

export function findStaleToken(record: HandshakeRecord): StaleToken | null {
  for (const token of findSentTokens(record)) {
    const { expiresAt, notBefore } = token.jwt;
    if (expiresAt !== null && expiresAt <= record.startedAt) return { ...token, problem: 'expired' };
    if (notBefore !== null && notBefore > record.startedAt) return { ...token, problem: 'not yet valid' };
  }
  return null;
}

export function quoteStaleToken(record: HandshakeRecord): readonly Evidence[] {
  const stale = findStaleToken(record);
  if (stale === null) return [];
  const { name, jwt, problem } = stale;
  const quote =
    problem === 'expired' ? describeTime('exp', jwt.expiresAt) : describeTime('nbf', jwt.notBefore);
  return [{ where: name, quote }];
}

/** The claims that a policy compares, as far as the token has them; never who its holder is. */
export function quoteTokens(record: HandshakeRecord): readonly Evidence[] {
  return findSentTokens(record).map(({ name, jwt }) => ({ where: name, quote: describeClaims(jwt) }));
}

function describeClaims({ audiences, issuer, expiresAt, notBefore }: Jwt): string {
  const claims = [
    ...(audiences.length === 0 ? [] : [`aud ${audiences.join(', ')}`]),
    ...(issuer === null ? [] : [`iss ${issuer}`]),
    ...(expiresAt === null ? [] : [describeTime('exp', expiresAt)]),
    ...(notBefore === null ? [] : [describeTime('nbf', notBefore)]),
  ];
  return claims.length === 0 ? 'a JWT without aud, iss, exp and nbf' : claims.join(' · ');
}

function describeTime(claim: string, epochMs: number | null): string {
  return epochMs === null ? claim : `${claim} ${epochMs / 1_000} (${formatDateTime(epochMs)})`;
}
