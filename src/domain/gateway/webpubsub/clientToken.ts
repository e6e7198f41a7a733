import * as v from 'valibot';
import { decodeBase64 } from '../../format/base64.ts';
import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import { findHeader } from '../../websocket/headerField.ts';

/** What the service looks at in a client access token (gateways.md 3.1). */
export interface ClientToken {
  readonly audiences: readonly string[];
  /** Seconds since the epoch; `null` when it says none. */
  readonly expiresAt: number | null;
  /** As `expiresAt`. */
  readonly notBefore: number | null;
}

export type SentToken =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'token'; readonly token: ClientToken };

const Claims = v.object({
  aud: v.optional(v.union([v.string(), v.array(v.string())]), []),
  exp: v.optional(v.number()),
  nbf: v.optional(v.number()),
});

/** The token that went with the handshake, from the query or the Authorization header. */
export function readSentToken({ url, request }: HandshakeRecord): SentToken {
  const header = findHeader(request?.headers ?? [], 'Authorization') ?? '';
  const text = new URL(url).searchParams.get('access_token') ?? /^Bearer\s+(.*)$/i.exec(header)?.[1] ?? '';
  if (text === '') return { kind: 'none' };
  const parsed = v.safeParse(Claims, decodePayload(text));
  if (!parsed.success) return { kind: 'unreadable' };
  const { aud, exp, nbf } = parsed.output;
  const token = { audiences: [aud].flat(), expiresAt: exp ?? null, notBefore: nbf ?? null };
  return { kind: 'token', token };
}

/** The second part of a JWT (RFC 7519). Its signature is the service's to check. */
function decodePayload(jwt: string): unknown {
  const decoded = decodeBase64(jwt.split('.')[1] ?? '');
  if (!decoded.ok) return null;
  try {
    return JSON.parse(new TextDecoder().decode(decoded.bytes)) as unknown;
  } catch {
    // No JSON, so no JWT: the caller says so.
    return null;
  }
}
