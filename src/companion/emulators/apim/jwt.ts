import { currentLifetime, pastLifetime } from '../secrets/lifetime.ts';
import type { SecretSource } from '../secrets/deriveSecret.ts';
import { readToken, signToken } from '../secrets/jsonWebToken.ts';

/** What the policy `validate-jwt` of the emulator wants; its query parameter is `access_token` (gateways.md 2.2). */
const AUDIENCE = 'api://chat';
const ISSUER = 'https://login.contoso.example/';
const REQUIRED_ROLE = 'chatter';

/** One token that is good, and one for each way of not being. */
export interface Jwts {
  readonly good: string;
  readonly expired: string;
  readonly otherAudience: string;
  readonly otherIssuer: string;
  readonly otherKey: string;
  /** Its header names a key (`kid`) that the policy does not have. */
  readonly unknownKeyId: string;
  readonly withoutClaim: string;
  readonly otherClaimValue: string;
}

export interface JwtIssuer {
  readonly tokens: Jwts;
  readonly isValid: (token: string, nowMs: number) => boolean;
}

export function createJwtIssuer(secrets: SecretSource, nowMs: number): JwtIssuer {
  const key = secrets.hex('apim jwt key', 64);
  const otherKey = secrets.hex('apim jwt key of another issuer', 64);
  const claims = { iss: ISSUER, aud: AUDIENCE, role: REQUIRED_ROLE, sub: 'user1', ...currentLifetime(nowMs) };
  const { role: _, ...withoutRole } = claims;
  return {
    tokens: {
      good: signToken(claims, key),
      expired: signToken({ ...claims, ...pastLifetime(nowMs) }, key),
      otherAudience: signToken({ ...claims, aud: 'api://orders' }, key),
      otherIssuer: signToken({ ...claims, iss: 'https://login.fabrikam.example/' }, key),
      otherKey: signToken(claims, otherKey),
      unknownKeyId: signToken(claims, otherKey, { kid: 'rotated-away' }),
      withoutClaim: signToken(withoutRole, key),
      otherClaimValue: signToken({ ...claims, role: 'reader' }, key),
    },
    isValid(token, at) {
      const read = readToken(token, key);
      if (read === null) return false;
      return (
        read.iss === ISSUER &&
        read.aud === AUDIENCE &&
        read.role === REQUIRED_ROLE &&
        at < (read.exp ?? 0) * 1000
      );
    },
  };
}
