import { parseConnectionRequest } from '#wire/parseConnectionRequest.ts';
import { version } from '../../package.json';
import type { TargetPolicy } from './guard/targetPolicy.ts';
import { recordOnce } from './handshake/recordOnce.ts';
import { serveRelay } from './relay/serveRelay.ts';
import type { Connections } from './server/companion.ts';
import { requestInvalid } from './server/requestProblem.ts';

/** Sent unless the person gives one of their own (RFC 9110 section 10.1.5). */
const USER_AGENT = `Postern/${version}`;

/** Binds the handshake and the relay to what may be dialled. */
export function createConnections(policy: TargetPolicy): Connections {
  const options = { policy, userAgent: USER_AGENT };
  return {
    async recordOnce(input, signal) {
      const request = parseConnectionRequest(input);
      if (!request.ok) throw requestInvalid(request.message);
      return recordOnce(request.value, { ...options, signal });
    },
    serveRelay: (socket) => serveRelay(socket, options),
  };
}
