import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import type { HeaderField } from '#domain/handshake/handshakeRecord.ts';
import {
  checkHeaderName,
  checkHeaderValue,
  isForbiddenRequestHeader,
} from '#domain/websocket/headerField.ts';
import { checkSubprotocol, findDuplicate } from '#domain/websocket/subprotocol.ts';

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
  for (const subprotocol of subprotocols) {
    const problem = checkSubprotocol(subprotocol);
    if (problem !== null) return problem;
  }
  return findDuplicate(subprotocols) === null ? null : 'The same subprotocol is offered twice.';
}

function checkHeader({ name, value }: HeaderField): string | null {
  const nameProblem = checkHeaderName(name);
  if (nameProblem !== null) return nameProblem;
  const valueProblem = checkHeaderValue(value);
  if (valueProblem !== null) return `Header ${name}: ${valueProblem}`;
  return isForbiddenRequestHeader(name);
}
