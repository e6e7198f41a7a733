import type { PageToPayload, PayloadToPage } from '#wire/payloadMessage.ts';
import type { PayloadWorker } from '../payload/createPayloadReader.ts';
import { createPayloadReceiver } from '../payload/createPayloadReceiver.ts';

/** What `payloadWorker.ts` does, without a thread of its own: messages are cloned and arrive later, as a worker's do. */
export function createInProcessPayloadWorker(): PayloadWorker {
  const target = new EventTarget();
  let isTerminated = false;
  const deliver = (act: () => void) =>
    void setImmediate(() => {
      if (!isTerminated) act();
    });
  const receive = createPayloadReceiver((message: PayloadToPage) => {
    const data = structuredClone(message);
    deliver(() => target.dispatchEvent(new MessageEvent('message', { data })));
  });
  return {
    postMessage(message: PageToPayload, transfer) {
      const data = structuredClone(message, { transfer });
      deliver(() => receive(data));
    },
    addEventListener: (type: string, listener: (event: MessageEvent<PayloadToPage>) => void) =>
      target.addEventListener(type, (event) => listener(event as MessageEvent<PayloadToPage>)),
    terminate() {
      isTerminated = true;
    },
  };
}
