import type { TranscriptStore } from '../../transcript/transcriptStore.ts';

/** What a test compares of an entry. */
export interface PlainEntry {
  readonly sequence: number;
  readonly time: number;
  readonly kind: number;
  readonly isSent: boolean;
  readonly frames: number;
  readonly payload: readonly number[];
}

/** Every entry that the store holds. */
export function readAll(store: TranscriptStore): readonly PlainEntry[] {
  return Array.from({ length: store.count }, (_, offset) => readAt(store, store.first + offset));
}

export function readAt(store: TranscriptStore, index: number): PlainEntry {
  return {
    sequence: store.sequenceAt(index),
    time: store.timeAt(index),
    kind: store.kindAt(index),
    isSent: store.isSentAt(index),
    frames: store.framesAt(index),
    payload: [...store.payloadAt(index)],
  };
}
