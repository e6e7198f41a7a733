import { randomBytes } from 'node:crypto';
import type { LosslessNumber } from 'lossless-json';
import type { WebSocket } from 'ws';
import type { Clock } from '../clock.ts';
import { carryOut, type ClientRequest } from './carryOut.ts';
import { RECOVERY_MS, type ServiceClose, WEB_PUB_SUB_CLOSES } from './closes.ts';
import type { Hub, HubConnection } from './hub.ts';
import { ackFrame, connectedFrame, disconnectedFrame, messageFrame, pongFrame } from './jsonFrames.ts';
import { readClientMessage } from './jsonMessage.ts';
import { createOutbox } from './outbox.ts';

export const JSON_SUBPROTOCOL = 'json.webpubsub.azure.v1';
export const RELIABLE_JSON_SUBPROTOCOL = 'json.reliable.webpubsub.azure.v1';

export type Identity = Pick<HubConnection, 'id' | 'userId' | 'roles'>;

/** A client of one of the JSON subprotocols (gateways.md 3.4). A reliable one outlives its socket for a while (3.5). */
export interface JsonClient extends HubConnection {
  /** What a reliable client shows to come back; `null` for the others. */
  readonly reconnectionToken: string | null;
  /** Goes on over this socket; the one before, if it is still there, is cut. */
  attach(socket: WebSocket): void;
}

export interface JsonClientOptions {
  readonly hub: Hub;
  readonly identity: Identity;
  readonly isReliable: boolean;
  readonly clock: Clock;
  /** Called once, when the client is gone for good. */
  readonly onGone: () => void;
}

export function createJsonClient({
  hub,
  identity,
  isReliable,
  clock,
  onGone,
}: JsonClientOptions): JsonClient {
  const reconnectionToken = isReliable ? randomBytes(32).toString('base64url') : null;
  const outbox = isReliable ? createOutbox() : null;
  const usedAckIds = new Set<string>();
  let current: WebSocket | null = null;
  let isGone = false;
  let cancelExpiry = () => {};

  const say = (frame: string) => {
    if (current !== null && current.readyState === current.OPEN) current.send(frame);
  };
  const goAway = () => {
    cancelExpiry();
    if (isGone) return;
    isGone = true;
    onGone();
  };
  const decline = ({ closeCode, reason }: ServiceClose, message: string) => {
    say(disconnectedFrame(message));
    current?.close(closeCode, reason);
    goAway();
  };
  const acknowledged = (ackId: LosslessNumber | undefined, request: ClientRequest) => {
    if (ackId === undefined) {
      carryOut(request, client, hub);
      return;
    }
    const isDuplicate = usedAckIds.has(ackId.value);
    usedAckIds.add(ackId.value);
    say(ackFrame(ackId, isDuplicate ? duplicate(ackId) : carryOut(request, client, hub)));
  };
  const hear = (text: string) => {
    const message = readClientMessage(text);
    if (message === null) decline(WEB_PUB_SUB_CLOSES.malformedMessage, 'Invalid message.');
    else if (message.type === 'ping') say(pongFrame());
    else if (message.type === 'sequenceAck') outbox?.acknowledge(BigInt(message.sequenceId.value));
    else acknowledged(message.ackId, message);
  };

  const client: JsonClient = {
    ...identity,
    reconnectionToken,
    deliver(payload, origin) {
      if (outbox === null) {
        say(messageFrame(payload, origin, null));
        return;
      }
      const { frame, fits } = outbox.add((sequenceId) => messageFrame(payload, origin, sequenceId));
      if (fits) say(frame);
      else decline(WEB_PUB_SUB_CLOSES.slowClient, 'Too many messages are waiting for a sequenceAck.');
    },
    end(reason) {
      const { endedByApplication, reliableEndedByApplication } = WEB_PUB_SUB_CLOSES;
      decline(isReliable ? reliableEndedByApplication : endedByApplication, reason);
    },
    attach(socket) {
      cancelExpiry();
      const before = current;
      current = socket;
      before?.terminate();
      socket.on('message', (data: Buffer, isBinary) => {
        if (socket !== current || socket.readyState !== socket.OPEN) return;
        if (isBinary) decline(WEB_PUB_SUB_CLOSES.binaryFrame, 'A binary frame in the JSON subprotocol.');
        else hear(data.toString());
      });
      socket.once('close', (closeCode) => {
        if (socket !== current) return;
        // Whoever says goodbye does not come back; a line that was cut may. That is the emulator's reading.
        if (isReliable && closeCode === ABNORMAL_CLOSURE) cancelExpiry = clock.schedule(RECOVERY_MS, goAway);
        else goAway();
      });
      say(connectedFrame(identity.userId, identity.id, reconnectionToken));
      for (const frame of outbox?.waiting() ?? []) say(frame);
    },
  };
  return client;
}

/** What `ws` reports where no Close frame came (RFC 6455 section 7.1.5). */
const ABNORMAL_CLOSURE = 1006;

/** 24 characters of base64url, as ids of the service look. */
export function newConnectionId(): string {
  return randomBytes(18).toString('base64url');
}

function duplicate(ackId: LosslessNumber) {
  return { name: 'Duplicate', message: `Message with ack-id: ${ackId.value} has been processed` } as const;
}
