import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Answer, headText } from './answer.ts';
import { type Call, readCall } from './call.ts';

/** One call and the means to answer it, the same for a plain request and for one that asks for an upgrade. */
export interface Exchange {
  readonly call: Call;
  /** The socket to upgrade, with what the client has sent ahead; `null` for a plain request. */
  readonly upgrade: { readonly socket: Duplex; readonly head: Buffer } | null;
  readonly answer: (answer: Answer) => void;
}

export type Handler = (exchange: Exchange) => void | Promise<void>;

export function plainExchange(request: IncomingMessage, response: ServerResponse): Exchange {
  return {
    call: readCall(request),
    upgrade: null,
    answer(answer) {
      response.sendDate = false;
      response.writeHead(answer.status, answer.reasonPhrase, answer.headers.flat());
      response.end(answer.body);
    },
  };
}

export function upgradeExchange(request: IncomingMessage, socket: Duplex, head: Buffer): Exchange {
  return {
    call: readCall(request),
    upgrade: { socket, head },
    // Node has handed the socket over, so the answer is written byte for byte: what stands in gateways.md and no more.
    answer(answer) {
      socket.write(headText(answer));
      socket.end(answer.body);
    },
  };
}
