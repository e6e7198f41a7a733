import { type Claims, readToken, signToken } from '../secrets/jsonWebToken.ts';
import type { Lifetime } from '../secrets/lifetime.ts';
import { parseUrl } from '#domain/format/parseUrl.ts';

/** What a client may do in a hub, from its token. */
export interface ClientIdentity {
  readonly userId: string | null;
  readonly roles: ReadonlySet<string>;
  readonly groups: readonly string[];
}

export interface TokenFields {
  readonly userId: string;
  readonly roles: readonly string[];
  readonly lifetime: Lifetime;
}

/** A token like those of the portal's client URL generator. */
export function mintClientToken(clientUrl: string, accessKey: string, fields: TokenFields): string {
  return signToken(
    {
      aud: clientUrl,
      ...fields.lifetime,
      sub: fields.userId,
      role: [...fields.roles],
    },
    accessKey,
  );
}

/** The identity in a token that is good for this hub now, or `null`. Checked once, when connecting (WPS-SPEC 2.1). */
export function identify(
  token: string,
  hub: string,
  accessKey: string,
  nowMs: number,
): ClientIdentity | null {
  const claims = readToken(token, accessKey);
  if (claims === null || !isCurrent(claims, nowMs) || !isForHub(claims, hub)) return null;
  return {
    userId: claims.sub ?? null,
    roles: new Set(list(claims.role)),
    groups: list(claims['webpubsub.group']),
  };
}

function isCurrent({ exp, nbf }: Claims, nowMs: number): boolean {
  const now = nowMs / 1000;
  return exp !== undefined && now < exp && (nbf === undefined || nbf <= now);
}

/** A token for the REST API: signed with the access key, its audience the URL that is called. */
export function isServiceToken(token: string, path: string, accessKey: string, nowMs: number): boolean {
  const claims = readToken(token, accessKey);
  return claims !== null && isCurrent(claims, nowMs) && isForPath(claims, path);
}

function isForHub(claims: Claims, hub: string): boolean {
  return isForPath(claims, `/client/hubs/${hub}`);
}

/**
 * The service wants its own URL as the audience and tolerates `wss:` and a slash at the end. Here the host counts no more
 * than the scheme: the port may differ after a restart, and a token of yesterday should still be good.
 */
function isForPath({ aud }: Claims, path: string): boolean {
  return list(aud).some((audience) => parseUrl(audience)?.pathname.replace(/\/$/, '') === path);
}

function list(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
