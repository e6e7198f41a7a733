import { deriveKey } from './deriveKey.ts';
import type { DeriveOrder } from './deriveInWorker.ts';

/** The worker's entry: derives one key, and is ended by the page. */
self.addEventListener('message', (event: MessageEvent<DeriveOrder>) => void answer(event.data));

async function answer({ passphrase, kdf }: DeriveOrder): Promise<void> {
  // A failure is nobody's to catch here: the page hears of it as the worker's error.
  self.postMessage(await deriveKey(passphrase, kdf));
}
