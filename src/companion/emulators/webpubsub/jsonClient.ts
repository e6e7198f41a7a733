import { randomBytes } from 'node:crypto';
import { type LosslessNumber, stringify } from 'lossless-json';
import type { WebSocket } from 'ws';
import { assertNever } from '#domain/assertNever.ts';
import type { Payload } from '../backends/chatEventHandler.ts';
import { type ServiceClose, WEB_PUB_SUB_CLOSES } from './closes.ts';
import type { Hub, HubConnection, MessageOrigin } from './hub.ts';
import { type ClientMessage, readClientMessage } from './jsonMessage.ts';
import { mayJoinOrLeave, maySendTo } from './roles.ts';

export const JSON_SUBPROTOCOL = 'json.webpubsub.azure.v1';

interface AckError {
  readonly name: 'Forbidden' | 'Duplicate' | 'NotFound';
  readonly message: string;
}

/** Speaks `json.webpubsub.azure.v1` with one client (gateways.md 3.4). */
export function serveJsonClient(
  socket: WebSocket,
  hub: Hub,
  identity: Pick<HubConnection, 'id' | 'userId' | 'roles'>,
): HubConnection {
  const usedAckIds = new Set<string>();
  const send = (message: Readonly<Record<string, unknown>>) => {
    socket.send(stringify(message) ?? '');
  };
  const connection: HubConnection = {
    ...identity,
    deliver(payload, origin) {
      send(groupOrServerMessage(payload, origin));
    },
  };

  const decline = ({ closeCode, reason }: ServiceClose, message: string) => {
    send({ type: 'system', event: 'disconnected', message });
    socket.close(closeCode, reason);
  };
  const acknowledged = (ackId: LosslessNumber | undefined, work: () => AckError | null) => {
    if (ackId === undefined) {
      work();
      return;
    }
    const isDuplicate = usedAckIds.has(ackId.value);
    usedAckIds.add(ackId.value);
    const error = isDuplicate ? duplicate(ackId) : work();
    send({ type: 'ack', ackId, success: error === null, ...(error === null ? {} : { error }) });
  };

  socket.on('message', (data: Buffer, isBinary) => {
    if (socket.readyState !== socket.OPEN) return;
    if (isBinary) {
      decline(WEB_PUB_SUB_CLOSES.binaryFrame, 'A binary frame in the JSON subprotocol.');
      return;
    }
    const message = readClientMessage(data.toString());
    if (message === null) decline(WEB_PUB_SUB_CLOSES.malformedMessage, 'Invalid message.');
    else if (message.type === 'ping') send({ type: 'pong' });
    else if (message.type !== 'sequenceAck') {
      acknowledged(message.ackId, () => carryOut(message, connection, hub));
    }
  });

  send({
    type: 'system',
    event: 'connected',
    ...(identity.userId === null ? {} : { userId: identity.userId }),
    connectionId: identity.id,
  });
  return connection;
}

/** 24 characters of base64url, as ids of the service look. */
export function newConnectionId(): string {
  return randomBytes(18).toString('base64url');
}

type Request = Exclude<ClientMessage, { type: 'ping' | 'sequenceAck' }>;

function carryOut(request: Request, connection: HubConnection, hub: Hub): AckError | null {
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
      hub.sendToGroup(connection, request.group, payloadOf(request), request.noEcho);
      return null;
    case 'event':
      return sendEvent(request, connection, hub);
    default:
      return assertNever(request);
  }
}

/** What an acknowledgement says when no handler takes the event is not documented: the emulator says `NotFound`. */
function sendEvent(
  request: Extract<Request, { type: 'event' }>,
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

function groupOrServerMessage(
  { dataType, data }: Payload,
  origin: MessageOrigin,
): Readonly<Record<string, unknown>> {
  if (origin.from === 'server') return { type: 'message', from: 'server', dataType, data };
  const { from, group, fromUserId } = origin;
  const message = { type: 'message', from, group, dataType, data };
  return fromUserId === null ? message : { ...message, fromUserId };
}

/** The sentence is captured for sending; for joining and leaving it is built alike. */
function forbidden(action: 'join' | 'leave' | 'send message to', group: string): AckError {
  return { name: 'Forbidden', message: `The client has no permission to ${action} group '${group}'.` };
}

function duplicate(ackId: LosslessNumber): AckError {
  return { name: 'Duplicate', message: `Message with ack-id: ${ackId.value} has been processed` };
}
