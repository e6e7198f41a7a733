import { type LosslessNumber, stringify } from 'lossless-json';
import type { Payload } from '../backends/chatEventHandler.ts';
import type { MessageOrigin } from './hub.ts';

/** What the service says in its JSON subprotocols (gateways.md 3.4): each function gives the text of one message. */

export interface AckError {
  readonly name: 'Forbidden' | 'Duplicate' | 'NotFound';
  readonly message: string;
}

export function connectedFrame(userId: string | null, connectionId: string, token: string | null): string {
  return encode({
    type: 'system',
    event: 'connected',
    ...(userId === null ? {} : { userId }),
    connectionId,
    ...(token === null ? {} : { reconnectionToken: token }),
  });
}

export function disconnectedFrame(message: string): string {
  return encode({ type: 'system', event: 'disconnected', message });
}

export function ackFrame(ackId: LosslessNumber, error: AckError | null): string {
  return encode({ type: 'ack', ackId, success: error === null, ...(error === null ? {} : { error }) });
}

export function pongFrame(): string {
  return encode({ type: 'pong' });
}

/** `sequenceId` in the reliable subprotocol only. */
export function messageFrame(payload: Payload, origin: MessageOrigin, sequenceId: number | null): string {
  const { dataType, data } = payload;
  return encode({
    type: 'message',
    from: origin.from,
    ...(origin.from === 'group' ? { group: origin.group } : {}),
    dataType,
    data,
    ...(origin.from === 'group' && origin.fromUserId !== null ? { fromUserId: origin.fromUserId } : {}),
    ...(sequenceId === null ? {} : { sequenceId }),
  });
}

function encode(message: Readonly<Record<string, unknown>>): string {
  return stringify(message) ?? '';
}
