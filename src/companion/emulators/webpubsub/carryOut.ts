import { assertNever } from '#domain/assertNever.ts';
import type { Payload } from '../backends/chatEventHandler.ts';
import type { Hub, HubConnection } from './hub.ts';
import type { AckError } from './jsonFrames.ts';
import type { ClientMessage } from './jsonMessage.ts';
import { mayJoinOrLeave, maySendTo } from './roles.ts';

/** What a client may ask for; the other messages only keep the connection going. */
export type ClientRequest = Exclude<ClientMessage, { type: 'ping' | 'sequenceAck' }>;

/** Does what a client asks for, and returns what its acknowledgement has to say. */
export function carryOut(request: ClientRequest, connection: HubConnection, hub: Hub): AckError | null {
  switch (request.type) {
    case 'joinGroup':
      if (!mayJoinOrLeave(connection.roles, request.group)) return forbidden('join', request.group);
      hub.join(connection, request.group);
      return null;
    case 'leaveGroup':
      if (!mayJoinOrLeave(connection.roles, request.group)) return forbidden('leave', request.group);
      hub.leave(connection, request.group);
      return null;
    case 'sendToGroup':
      if (!maySendTo(connection.roles, request.group)) return forbidden('send message to', request.group);
      sendToGroup(request, connection, hub);
      return null;
    case 'event':
      return sendEvent(request, connection, hub);
    default:
      return assertNever(request);
  }
}

function sendToGroup(
  { group, noEcho, ...payload }: Extract<ClientRequest, { type: 'sendToGroup' }>,
  sender: HubConnection,
  hub: Hub,
): void {
  for (const member of hub.membersOf(group)) {
    if (noEcho && member === sender) continue;
    member.deliver(payloadOf(payload), { from: 'group', group, fromUserId: sender.userId });
  }
}

/** What an acknowledgement says when no handler takes the event is not documented: the emulator says `NotFound`. */
function sendEvent(
  request: Extract<ClientRequest, { type: 'event' }>,
  connection: HubConnection,
  hub: Hub,
): AckError | null {
  if (hub.eventHandler === null) {
    return { name: 'NotFound', message: `No event handler for event '${request.event}'.` };
  }
  const reply = hub.eventHandler({
    hub: hub.name,
    event: request.event,
    connectionId: connection.id,
    userId: connection.userId,
    payload: payloadOf(request),
  });
  if (reply !== null) connection.deliver(reply, { from: 'server' });
  return null;
}

function payloadOf({ dataType, data }: { dataType: Payload['dataType']; data: unknown }): Payload {
  return { dataType, data } as Payload;
}

/** The sentence is captured for sending; for joining and leaving it is built alike. */
function forbidden(action: 'join' | 'leave' | 'send message to', group: string): AckError {
  return { name: 'Forbidden', message: `The client has no permission to ${action} group '${group}'.` };
}
