import { argon2id } from '@noble/hashes/argon2.js';
import type { KeyDerivation } from './sealedText.ts';

/** Derives the key of a passphrase, which no code can read out of it. Rejects when the derivation fails. */
export type DeriveKey = (passphrase: string, kdf: KeyDerivation) => Promise<CryptoKey>;

const KEY_BYTES = 32;

/** In this thread, for about a second: the page has `deriveInWorker`. */
export const deriveKey: DeriveKey = async (passphrase, { memoryKiB, passes, lanes, salt }) => {
  // One passphrase however it was typed: `é` is one character on some machines, and two on others (RFC 8265 section 4.2).
  const password = new TextEncoder().encode(passphrase.normalize('NFC'));
  const bytes = argon2id(password, salt, { m: memoryKiB, t: passes, p: lanes, dkLen: KEY_BYTES });
  const key = await crypto.subtle.importKey('raw', Uint8Array.from(bytes), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  bytes.fill(0);
  return key;
};
