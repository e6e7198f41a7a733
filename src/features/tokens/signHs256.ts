import type { SignBytes } from '#domain/token/jsonWebToken.ts';
import { requireSubtle } from './requireSubtle.ts';

/** Signs with HMAC-SHA-256. The vendor takes the access key as text, as it stands (gateways.md 3.1). */
export function signHs256(key: string): SignBytes {
  return async (bytes) => {
    const subtle = requireSubtle();
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    const material = new TextEncoder().encode(key);
    const imported = await subtle.importKey('raw', material, algorithm, false, ['sign']);
    return new Uint8Array(await subtle.sign('HMAC', imported, Uint8Array.from(bytes)));
  };
}
