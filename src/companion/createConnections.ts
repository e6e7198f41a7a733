import { parseConnectionRequest } from '#wire/parseConnectionRequest.ts';
import type { TargetPolicy } from './guard/targetPolicy.ts';
import type { Connections } from './server/companion.ts';
import { RequestProblem, requestInvalid } from './server/requestProblem.ts';

/** Binds the handshake and the relay to what may be dialled. */
export function createConnections(policy: TargetPolicy): Connections {
  void policy;
  return {
    recordOnce: async (input) => {
      const request = parseConnectionRequest(input);
      if (!request.ok) throw requestInvalid(request.message);
      throw new RequestProblem({
        status: 501,
        code: 'not-there',
        message: 'This companion cannot dial yet.',
      });
    },
    serveRelay: (socket) => socket.close(1011, 'This companion cannot dial yet.'),
  };
}
