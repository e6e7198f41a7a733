import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import type { HeaderField } from '#domain/handshake/handshakeRecord.ts';
import {
  checkHeaderName,
  checkHeaderValue,
  isForbiddenRequestHeader,
} from '#domain/websocket/headerField.ts';

/**
 * A sentence when the request cannot be sent as it is, or `null`. This stands between whatever a page sent and the
 * socket: a line break in a value would add headers of its own. Names are quoted, values never.
 */
export function checkRequest({ headers, origin, subprotocols }: ConnectionRequest): string | null {
  for (const header of headers) {
    const problem = checkHeader(header);
    if (problem !== null) return problem;
  }
  const originProblem = origin === null ? null : checkHeaderValue(origin);
  if (originProblem !== null) return `Origin: ${originProblem}`;
  // One that is no token, or is there twice, is for the server to judge: that is what a person may want to see.
  const subprotocolProblem = checkHeaderValue(subprotocols.join(', '));
  return subprotocolProblem === null ? null : `Sec-WebSocket-Protocol: ${subprotocolProblem}`;
}

function checkHeader({ name, value }: HeaderField): string | null {
  const nameProblem = checkHeaderName(name);
  if (nameProblem !== null) return nameProblem;
  const valueProblem = checkHeaderValue(value);
  if (valueProblem !== null) return `Header ${name}: ${valueProblem}`;
  return isForbiddenRequestHeader(name);
}
