import type { DeriveKey } from './deriveKey.ts';
import { SealError } from './sealError.ts';
import {
  headerOf,
  IV_BYTES,
  MAX_SEALED_TEXT_BYTES,
  OWN_DERIVATION,
  readSealedText,
  SALT_BYTES,
  writeSealedText,
} from './sealedText.ts';
import type { Bytes, KeyDerivation } from './sealedText.ts';

export interface SealTerms {
  readonly passphrase: string;
  /** What the sealed text belongs to: it opens beside this very text only. Not secret, and not part of the seal. */
  readonly context: string;
  readonly derive: DeriveKey;
}

/** Seals a text under a passphrase. Rejects with `SealError`. */
export async function sealText(text: string, { passphrase, context, derive }: SealTerms): Promise<string> {
  const plain = new TextEncoder().encode(text);
  if (plain.length > MAX_SEALED_TEXT_BYTES) throw new SealError('seal-too-large');
  const subtle = requireSubtle();
  const kdf = { ...OWN_DERIVATION, salt: randomBytes(SALT_BYTES) };
  const iv = randomBytes(IV_BYTES);
  const key = await derive(passphrase, kdf);
  const algorithm = { name: 'AES-GCM', iv, additionalData: boundTo(kdf, context) };
  const ciphertext = new Uint8Array(await subtle.encrypt(algorithm, key, plain));
  return writeSealedText({ kdf, iv, ciphertext });
}

/** Opens what `sealText` made, or somebody else says that it did. Rejects with `SealError`. */
export async function openText(sealed: unknown, { passphrase, context, derive }: SealTerms): Promise<string> {
  const { kdf, iv, ciphertext } = readSealedText(sealed);
  const subtle = requireSubtle();
  const key = await derive(passphrase, kdf);
  const algorithm = { name: 'AES-GCM', iv, additionalData: boundTo(kdf, context) };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await subtle.decrypt(algorithm, key, ciphertext));
  } catch (error) {
    throw new SealError('not-opened', { cause: error });
  }
}

export function randomBytes(count: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(count));
}

/** The browser's cryptography, which the types promise on every page. */
export function requireSubtle(): SubtleCrypto {
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) throw new SealError('no-encryption');
  return subtle;
}

/** No header holds a line break, so that the two cannot run into one another. */
function boundTo(kdf: KeyDerivation, context: string): Bytes {
  return new TextEncoder().encode(`${headerOf(kdf)}\n${context}`);
}
