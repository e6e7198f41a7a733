import type { EngineToPage, PageToEngine } from '#wire/engineMessage.ts';
import { createBrowserSocketOpener } from './adapters/browserSocket.ts';
import { createCompanionRelayOpener } from './adapters/companionRelay.ts';
import { createConnectionEngine } from './connectionEngine.ts';
import { createPause } from './pause.ts';
import { FORGET_CHANNEL } from './stored/forgetChannel.ts';
import { newLogId } from './stored/newLogId.ts';
import { createOpfsLogStorage } from './stored/opfsLogStorage.ts';

/** The worker's entry: one connection and its transcript. It lives until the page terminates it. */
declare const self: DedicatedWorkerGlobalScope;

/** Asked for once: it never changes, and each look at it costs as much as the clock. */
const { timeOrigin } = performance;

const surroundings = {
  WebSocket,
  // Not `Date.now()`: messages come closer together than a millisecond, and the wall clock may go back.
  now: () => timeOrigin + performance.now(),
};

const engine = createConnectionEngine({
  post: (message: EngineToPage, transfer) => self.postMessage(message, transfer),
  openBrowserSocket: createBrowserSocketOpener(surroundings),
  openCompanionRelay: (relayUrl) => createCompanionRelayOpener({ ...surroundings, relayUrl }),
  now: surroundings.now,
  pause: createPause(),
  storage: hasLogStorage() ? createOpfsLogStorage(navigator) : null,
  newLogId: () => newLogId(Date.now(), crypto.getRandomValues(new Uint32Array(1))),
  createPatternWorker: () =>
    new Worker(new URL('./transcript/scan/patternWorker.ts', import.meta.url), {
      type: 'module',
      name: 'patterns',
    }),
});

// From `removeAll` of the past connections, of any tab.
new BroadcastChannel(FORGET_CHANNEL).addEventListener('message', () => engine.receive({ type: 'clear' }));

/** Neither is there on a page that did not come over a secure channel or from this machine. */
function hasLogStorage(): boolean {
  return 'storage' in navigator && 'locks' in navigator;
}

self.addEventListener('message', (event: MessageEvent<PageToEngine>) => engine.receive(event.data));
