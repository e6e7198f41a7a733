import { UNACKNOWLEDGED_LIMITS } from './closes.ts';

/** What a reliable client has been sent and has not acknowledged, in order (gateways.md 3.5). */
export interface Outbox {
  /** Numbers a message and keeps its text. `false` when more is waiting than the service keeps. */
  add(frameOf: (sequenceId: number) => string): { readonly frame: string; readonly fits: boolean };
  /** Forgets everything up to and with this one. */
  acknowledge(sequenceId: bigint): void;
  waiting(): readonly string[];
}

export function createOutbox(): Outbox {
  let lastId = 0;
  let bytes = 0;
  const frames = new Map<number, string>();
  return {
    add(frameOf) {
      lastId += 1;
      const frame = frameOf(lastId);
      frames.set(lastId, frame);
      bytes += Buffer.byteLength(frame);
      return {
        frame,
        fits: frames.size <= UNACKNOWLEDGED_LIMITS.messages && bytes <= UNACKNOWLEDGED_LIMITS.bytes,
      };
    },
    acknowledge(sequenceId) {
      for (const [id, frame] of frames) {
        if (BigInt(id) > sequenceId) return;
        frames.delete(id);
        bytes -= Buffer.byteLength(frame);
      }
    },
    waiting: () => [...frames.values()],
  };
}
