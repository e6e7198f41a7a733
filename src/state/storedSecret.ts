import * as v from 'valibot';
import type { SecretId } from '#domain/profile/profile.ts';

/**
 * What the device's storage holds under the id of a secret: its value, its value sealed, or a mark that there is to be none.
 * Under `LOCK_KEY`, which is nobody's id, stands the key of all that are sealed. What is no text is not understood by versions
 * of Postern from before there were locks, and so left alone by them.
 */
export type StoredSecret = string | SealedSecret | SecretsLock | PageOnlyMark;

/** By ids, and `LOCK_KEY`. Records never change in place: another object is another record. */
export type StoredSecrets = Readonly<Record<string, StoredSecret>>;

export interface SealedSecret {
  readonly kind: 'sealed';
  /** Of the lock whose key opens it. */
  readonly keyId: string;
  /** As `dataKey.ts` writes it. It is not bound to the id, so that a copy of a profile can have it without its being opened. */
  readonly sealed: string;
}

export interface SecretsLock {
  readonly kind: 'lock';
  readonly keyId: string;
  /** The key of all sealed values, sealed under the passphrase: so another passphrase is one record written anew. */
  readonly sealedKey: string;
}

interface PageOnlyMark {
  readonly kind: 'page-only';
}

export const LOCK_KEY = 'lock';

/** The one object of its kind, so that two marks are no difference. */
export const PAGE_ONLY: PageOnlyMark = { kind: 'page-only' };

const StoredSecretSchema = v.union([
  v.string(),
  v.object({ kind: v.literal('sealed'), keyId: v.string(), sealed: v.string() }),
  v.object({ kind: v.literal('lock'), keyId: v.string(), sealedKey: v.string() }),
  v.pipe(
    v.object({ kind: v.literal('page-only') }),
    v.transform(() => PAGE_ONLY),
  ),
]);

/** `null` for what this version does not understand, which stays as it is. */
export function parseStoredSecret(key: string, record: unknown): StoredSecret | null {
  const parsed = v.safeParse(StoredSecretSchema, record);
  if (!parsed.success) return null;
  const isLock = typeof parsed.output !== 'string' && parsed.output.kind === 'lock';
  return isLock === (key === LOCK_KEY) ? parsed.output : null;
}

export function lockOf(stored: StoredSecrets): SecretsLock | null {
  const found = stored[LOCK_KEY];
  return typeof found === 'object' && found.kind === 'lock' ? found : null;
}

export type SealedSecrets = Readonly<Record<SecretId, SealedSecret>>;
