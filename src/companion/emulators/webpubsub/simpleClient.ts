import { stringify } from 'lossless-json';
import type { WebSocket } from 'ws';
import { assertNever } from '#domain/assertNever.ts';
import type { Payload } from '../backends/chatEventHandler.ts';
import { WEB_PUB_SUB_CLOSES } from './closes.ts';
import type { Hub, HubConnection } from './hub.ts';

/** Serves a client without a known subprotocol: each frame becomes the event `message` (gateways.md 3.2). */
export function serveSimpleClient(
  socket: WebSocket,
  hub: Hub,
  identity: Pick<HubConnection, 'id' | 'userId' | 'roles'>,
): HubConnection {
  const connection: HubConnection = {
    ...identity,
    deliver(payload) {
      socket.send(frameOf(payload));
    },
    end() {
      const { closeCode, reason } = WEB_PUB_SUB_CLOSES.endedByApplication;
      socket.close(closeCode, reason);
    },
  };
  socket.on('message', (data: Buffer, isBinary) => {
    if (socket.readyState !== socket.OPEN) return;
    if (hub.eventHandler === null) {
      const { closeCode, reason } = WEB_PUB_SUB_CLOSES.noEventHandler;
      socket.close(closeCode, reason);
      return;
    }
    const { id: connectionId, userId } = identity;
    const reply = hub.eventHandler({
      hub: hub.name,
      event: 'message',
      connectionId,
      userId,
      payload: isBinary
        ? { dataType: 'binary', data: data.toString('base64') }
        : { dataType: 'text', data: data.toString() },
    });
    if (reply !== null) connection.deliver(reply, { from: 'server' });
  });
  return connection;
}

/** A simple client gets the bare payload, without an envelope. */
function frameOf(payload: Payload): string | Buffer {
  switch (payload.dataType) {
    case 'text':
      return payload.data;
    case 'json':
      return stringify(payload.data) ?? 'null';
    case 'binary':
      return Buffer.from(payload.data, 'base64');
    default:
      return assertNever(payload);
  }
}
