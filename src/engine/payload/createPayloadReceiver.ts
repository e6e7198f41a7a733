import { assertNever } from '#domain/assertNever.ts';
import type { PageToPayload, PayloadToPage } from '#wire/payloadMessage.ts';
import { PayloadDesk } from './payloadDesk.ts';

/** The worker's end of the wire: puts the payload together, then answers one call after another. */
export function createPayloadReceiver(
  post: (message: PayloadToPage) => void,
): (message: PageToPayload) => void {
  let payload = new Uint8Array();
  let desk: PayloadDesk | null = null;
  const answer = async (desk: PayloadDesk, { id, call }: Extract<PageToPayload, { type: 'call' }>) =>
    post({ type: 'answer', id, answer: await desk.answer(call) });

  return (message) => {
    switch (message.type) {
      case 'payload':
        payload = new Uint8Array(message.byteLength);
        return;
      case 'piece':
        payload.set(message.bytes, message.offset);
        return;
      case 'call':
        desk ??= new PayloadDesk(payload, (done) => post({ type: 'progress', done }));
        void answer(desk, message);
        return;
      default:
        assertNever(message);
    }
  };
}
