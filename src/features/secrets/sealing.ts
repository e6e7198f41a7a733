import { deriveInWorker } from '#state/sealing/deriveInWorker.ts';
import { openText, sealText } from '#state/sealing/sealText.ts';
import { createVault } from '#state/sealing/vault.ts';

/** Makes and opens the lock of the secrets on this device. */
export const vault = createVault(deriveInWorker);

/** Seals a text under a passphrase, beside the `context` that it belongs to. */
export async function seal(text: string, passphrase: string, context: string): Promise<string> {
  return await sealText(text, { passphrase, context, derive: deriveInWorker });
}

/** Opens what somebody has sealed. */
export async function open(sealed: string, passphrase: string, context: string): Promise<string> {
  return await openText(sealed, { passphrase, context, derive: deriveInWorker });
}
