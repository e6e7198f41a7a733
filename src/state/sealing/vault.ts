import { changePassphrase, createLock, openLock } from './dataKey.ts';
import type { DataKey } from './dataKey.ts';
import type { DeriveKey } from './deriveKey.ts';
import type { SecretsLock } from '../storedSecret.ts';

/** What makes and opens the lock of the secrets on this device. */
export interface Vault {
  readonly createLock: (passphrase: string) => Promise<{ readonly lock: SecretsLock; readonly key: DataKey }>;
  readonly openLock: (lock: SecretsLock, passphrase: string) => Promise<DataKey>;
  readonly changePassphrase: (lock: SecretsLock, from: string, to: string) => Promise<SecretsLock>;
}

export function createVault(derive: DeriveKey): Vault {
  return {
    createLock: (passphrase) => createLock(passphrase, derive),
    openLock: (lock, passphrase) => openLock(lock, passphrase, derive),
    changePassphrase: (lock, from, to) => changePassphrase(lock, from, to, derive),
  };
}
