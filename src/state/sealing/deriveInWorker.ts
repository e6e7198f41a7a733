import type { DeriveKey } from './deriveKey.ts';
import type { KeyDerivation } from './sealedText.ts';

export interface DeriveOrder {
  readonly passphrase: string;
  readonly kdf: KeyDerivation;
}

/** Derives in a worker of its own: it takes about a second, in which the page goes on. */
export const deriveInWorker: DeriveKey = (passphrase, kdf) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./deriveWorker.ts', import.meta.url), {
      type: 'module',
      name: 'derive',
    });
    const fail = () => {
      worker.terminate();
      reject(new Error(BROKEN));
    };
    worker.addEventListener('message', (event: MessageEvent<CryptoKey>) => {
      worker.terminate();
      resolve(event.data);
    });
    worker.addEventListener('error', fail);
    worker.addEventListener('messageerror', fail);
    worker.postMessage({ passphrase, kdf } satisfies DeriveOrder);
  });

const BROKEN =
  'The key could not be made of the passphrase: the part of Postern that does it could not be loaded, or has run out of memory.';
