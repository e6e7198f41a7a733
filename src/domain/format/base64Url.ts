import { encodeBase64 } from './base64.ts';

/** The URL-safe alphabet without padding (RFC 4648 section 5); `decodeBase64` reads it too. */
export function encodeBase64Url(bytes: Uint8Array): string {
  return encodeBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
