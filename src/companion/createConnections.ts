import { parseConnectionRequest } from '#wire/parseConnectionRequest.ts';
import type { TargetPolicy } from './guard/targetPolicy.ts';
import { recordOnce } from './handshake/recordOnce.ts';
import { serveRelay } from './relay/serveRelay.ts';
import type { Connections } from './server/companion.ts';
import { requestInvalid } from './server/requestProblem.ts';

/** Binds the handshake and the relay to what may be dialled. */
export function createConnections(policy: TargetPolicy): Connections {
  return {
    async recordOnce(input, signal) {
      const request = parseConnectionRequest(input);
      if (!request.ok) throw requestInvalid(request.message);
      return recordOnce(request.value, { signal, policy });
    },
    serveRelay: (socket) => serveRelay(socket, { policy }),
  };
}
