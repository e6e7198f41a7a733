import { encodeBase64Url } from '../format/base64Url.ts';

/** Signs the bytes; whoever calls holds the key. */
export type SignBytes = (bytes: Uint8Array) => Promise<Uint8Array>;

/** A claim that is `undefined` is left out. */
export type Claims = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** A JSON Web Token in compact form, signed with HS256 (RFC 7515 section 7.1, RFC 7518 section 3.2). */
export async function signJsonWebToken(claims: Claims, sign: SignBytes): Promise<string> {
  const input = `${encodePart({ alg: 'HS256', typ: 'JWT' })}.${encodePart(claims)}`;
  const signature = await sign(new TextEncoder().encode(input));
  return `${input}.${encodeBase64Url(signature)}`;
}

function encodePart(value: unknown): string {
  return encodeBase64Url(new TextEncoder().encode(JSON.stringify(value)));
}
