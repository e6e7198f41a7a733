import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import type { HandshakeRecord } from '#domain/handshake/handshakeRecord.ts';
import { CLOSE_CODE } from '#domain/websocket/closeCode.ts';
import type { Socket } from 'node:net';
import { Sender } from '../relay/wsParts.ts';
import { dial, type DialOptions } from './dial.ts';
import { ATTEMPT_LIMITS } from './limits.ts';

/** Makes one attempt for its record alone: a connection that opens is closed at once. */
export async function recordOnce(
  request: ConnectionRequest,
  options: Omit<DialOptions, 'onEvent'>,
): Promise<HandshakeRecord> {
  const result = await dial(request, { ...options, onEvent: () => {} });
  if (result.kind === 'open') hangUp(result.socket, options.limits?.hangUpMs ?? ATTEMPT_LIMITS.hangUpMs);
  return result.record;
}

/** Says goodbye and leaves; nobody waits for the answer. */
function hangUp(socket: Socket, limitMs: number): void {
  const timer = setTimeout(() => socket.destroy(), limitMs);
  socket.once('close', () => clearTimeout(timer));
  new Sender(socket, {}).close(CLOSE_CODE.normal, '', true, () => socket.end());
  socket.resume();
}
