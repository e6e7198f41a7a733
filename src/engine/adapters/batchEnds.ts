/** So long an end may be put off, ms: less than any screen shows. */
const BATCH_MS = 4;

/**
 * Ends of batches for a socket that gives one message at a time: at once after a quiet time, and in a stream of messages
 * every few milliseconds for all of them, since each end costs more than a short message itself.
 */
export interface BatchEnds {
  /** A message has been told of, at this time. */
  readonly note: (time: number) => void;
  /** Ends what has not been ended: nothing more comes. */
  readonly flush: () => void;
  /** Leaves it at that. */
  readonly stop: () => void;
}

export function createBatchEnds(onBatchEnd: () => void, now: () => number): BatchEnds {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let endedAt = Number.NEGATIVE_INFINITY;

  function stop(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function end(): void {
    stop();
    endedAt = now();
    onBatchEnd();
  }

  return {
    note(time) {
      if (timer !== null) return;
      if (time - endedAt >= BATCH_MS) end();
      else timer = setTimeout(end, BATCH_MS);
    },
    flush() {
      if (timer !== null) end();
    },
    stop,
  };
}
