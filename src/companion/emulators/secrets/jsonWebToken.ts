import { createHmac, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';

const CLAIMS = v.object({
  iss: v.optional(v.string()),
  aud: v.optional(v.union([v.string(), v.array(v.string())])),
  /** Seconds since the epoch, as the next two. */
  exp: v.optional(v.number()),
  iat: v.optional(v.number()),
  nbf: v.optional(v.number()),
  sub: v.optional(v.string()),
  role: v.optional(v.union([v.string(), v.array(v.string())])),
  'webpubsub.group': v.optional(v.union([v.string(), v.array(v.string())])),
});
const HEADER = v.object({ alg: v.literal('HS256') });

/** The claims of gateways.md 3.1. */
export type Claims = v.InferOutput<typeof CLAIMS>;

/** A JSON Web Token signed with HS256 (RFC 7515, RFC 7518 section 3.2); `kid` says which key its reader is to take. */
export function signToken(claims: Claims, key: string, header: { readonly kid?: string } = {}): string {
  const signed = `${encode({ alg: 'HS256', typ: 'JWT', ...header })}.${encode(claims)}`;
  return `${signed}.${signatureOf(signed, key)}`;
}

/** The claims of a token with a good signature, or `null`. Times and audience are the caller's to check. */
export function readToken(token: string, key: string): Claims | null {
  const [header = '', payload = '', signature = '', ...rest] = token.split('.');
  if (rest.length > 0 || !isEqual(signature, signatureOf(`${header}.${payload}`, key))) return null;
  const claims = v.safeParse(CLAIMS, decode(payload));
  return v.is(HEADER, decode(header)) && claims.success ? claims.output : null;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    // What is no JSON is no token; the schema says so about `null` as well.
    return null;
  }
}

function signatureOf(signed: string, key: string): string {
  return createHmac('sha256', key).update(signed).digest('base64url');
}

function isEqual(left: string, right: string): boolean {
  const [leftBytes, rightBytes] = [Buffer.from(left), Buffer.from(right)];
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes);
}
