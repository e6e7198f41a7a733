import { decodeBase64 } from '../format/base64.ts';

/** The password in the credentials of Basic (RFC 7617); empty where there is none. */
export function basicPassword(credentials: string): string {
  const decoded = decodeBase64(credentials);
  const pair = decoded.ok ? new TextDecoder().decode(decoded.bytes) : '';
  const [, password = ''] = pair.split(/:(.*)/s);
  return password;
}
