import type { PageToPayload } from '#wire/payloadMessage.ts';
import { createPayloadReceiver } from './createPayloadReceiver.ts';

/** The worker's entry: reads one payload. It lives until the page terminates it. */
declare const self: DedicatedWorkerGlobalScope;

const receive = createPayloadReceiver((message) => self.postMessage(message));

self.addEventListener('message', (event: MessageEvent<PageToPayload>) => receive(event.data));
