import type { Confidence } from '../server/answer.ts';

/** How the service ends a connection, with the confidence of the row in gateways.md 3.4 to 3.6. */
export interface ServiceClose {
  readonly closeCode: number;
  readonly reason: string;
  readonly confidence: Confidence;
}

export const WEB_PUB_SUB_CLOSES = {
  /** A simple client sent something to a hub without an event handler: azure-webpubsub issues 432 and 670. */
  noEventHandler: { closeCode: 1000, reason: '', confidence: 'R' },
  /** The sheet says that the service declines the client; the code is the emulator's choice. */
  malformedMessage: { closeCode: 1007, reason: '', confidence: '?' },
  /** A binary frame in the JSON subprotocol; the code is the emulator's choice. */
  binaryFrame: { closeCode: 1003, reason: '', confidence: '?' },
  /** The application asked for it; the code is the emulator's choice. */
  endedByApplication: { closeCode: 1000, reason: '', confidence: '?' },
  /** The same for a reliable client, which would otherwise try to come back to a session that is gone. */
  reliableEndedByApplication: { closeCode: 1008, reason: '', confidence: '?' },
  /** There is no session to come back to: the client has to start afresh. */
  unrecoverable: { closeCode: 1008, reason: '', confidence: 'D' },
  /** Too much is waiting for a sequenceAck. That the session is lost is documented, the code is inferred from it. */
  slowClient: { closeCode: 1008, reason: '', confidence: 'I' },
} as const satisfies Record<string, ServiceClose>;

const MB = 1024 * 1024;

/** Documented; that a larger message ends with close code 1009, which is what `ws` does, is not. */
export const MAX_MESSAGE_BYTES = MB;

/** How long a reliable client may stay away, at the least (gateways.md 3.5). */
export const RECOVERY_MS = 30_000;

/** What may wait for a sequenceAck (gateways.md 3.5). */
export const UNACKNOWLEDGED_LIMITS = { messages: 1_000, bytes: 16 * MB } as const;
