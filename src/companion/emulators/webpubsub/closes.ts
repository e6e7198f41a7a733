import type { Confidence } from '../server/answer.ts';

/** How the service ends a connection, with the confidence of the row in gateways.md 3.4 and 3.6. */
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
} as const satisfies Record<string, ServiceClose>;

/** Documented; that a larger message ends with close code 1009, which is what `ws` does, is not. */
export const MAX_MESSAGE_BYTES = 1024 * 1024;
