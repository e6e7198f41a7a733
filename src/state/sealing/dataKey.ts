import { encodeBase64Url } from '#domain/format/base64Url.ts';
import { decodeBase64 } from '#domain/format/base64.ts';
import type { SealedSecret, SecretsLock } from '../storedSecret.ts';
import type { DeriveKey } from './deriveKey.ts';
import { SealError } from './sealError.ts';
import { openText, randomBytes, requireSubtle, sealText } from './sealText.ts';
import { IV_BYTES } from './sealedText.ts';
import type { Bytes } from './sealedText.ts';

/** The key of all secrets on the device: random, and itself sealed under the passphrase. */
export interface DataKey {
  readonly id: string;
  /** Quick: there is nothing to derive. */
  readonly seal: (value: string) => Promise<SealedSecret>;
  /** Rejects with `SealError` for what is damaged, or another key's. */
  readonly open: (secret: SealedSecret) => Promise<string>;
}

const KEY_BYTES = 32;
const KEY_ID_BYTES = 12;

export async function createLock(
  passphrase: string,
  derive: DeriveKey,
): Promise<{ readonly lock: SecretsLock; readonly key: DataKey }> {
  const bytes = randomBytes(KEY_BYTES);
  const keyId = encodeBase64Url(randomBytes(KEY_ID_BYTES));
  const lock = await sealKey(keyId, encodeBase64Url(bytes), passphrase, derive);
  return { lock, key: await importKey(keyId, bytes) };
}

/** Rejects with `SealError` when the passphrase is another one. */
export async function openLock(lock: SecretsLock, passphrase: string, derive: DeriveKey): Promise<DataKey> {
  const digits = await openText(lock.sealedKey, { passphrase, context: contextOf(lock.keyId), derive });
  const decoded = decodeBase64(digits);
  if (!decoded.ok || decoded.bytes.length !== KEY_BYTES) throw new SealError('seal-damaged');
  return await importKey(lock.keyId, Uint8Array.from(decoded.bytes));
}

/** The same key under another passphrase: what it has sealed stays as it is. Rejects as `openLock` does. */
export async function changePassphrase(
  { keyId, sealedKey }: SecretsLock,
  from: string,
  to: string,
  derive: DeriveKey,
): Promise<SecretsLock> {
  const digits = await openText(sealedKey, { passphrase: from, context: contextOf(keyId), derive });
  return await sealKey(keyId, digits, to, derive);
}

async function sealKey(
  keyId: string,
  digits: string,
  passphrase: string,
  derive: DeriveKey,
): Promise<SecretsLock> {
  const sealedKey = await sealText(digits, { passphrase, context: contextOf(keyId), derive });
  return { kind: 'lock', keyId, sealedKey };
}

function contextOf(keyId: string): string {
  return `postern secrets ${keyId}`;
}

async function importKey(id: string, bytes: Bytes): Promise<DataKey> {
  const subtle = requireSubtle();
  const key = await subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const additionalData = new TextEncoder().encode(id);
  return {
    id,
    async seal(value) {
      const iv = randomBytes(IV_BYTES);
      const plain = new TextEncoder().encode(value);
      const sealed = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain);
      const parts = [iv, new Uint8Array(sealed)].map(encodeBase64Url);
      return { kind: 'sealed', keyId: id, sealed: parts.join('.') };
    },
    async open({ sealed }) {
      const [iv, ciphertext] = sealed.split('.').map(bytesOf);
      if (iv?.length !== IV_BYTES || ciphertext === undefined) throw new SealError('seal-damaged');
      try {
        const plain = await subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, ciphertext);
        return new TextDecoder().decode(plain);
      } catch (error) {
        throw new SealError('seal-damaged', { cause: error });
      }
    },
  };
}

function bytesOf(digits: string): Bytes {
  const decoded = decodeBase64(digits);
  return Uint8Array.from(decoded.ok ? decoded.bytes : []);
}
