import type { TranscriptSummary, TranscriptWindow } from '#domain/transcript/entry.ts';

/** Where the reader gets rows from and leaves them. */
export interface RowReaderPort {
  readonly read: (first: number, count: number) => Promise<TranscriptWindow>;
  readonly publish: (window: TranscriptWindow) => void;
  /** What is published now, and what the log is known to hold. */
  readonly current: () => {
    readonly window: TranscriptWindow;
    readonly summary: TranscriptSummary;
    readonly isFollowing: boolean;
  };
}

/**
 * Keeps the published window in step with what the log wants to show. At most one read is under way; whatever is
 * wanted meanwhile is read after it, once, so that a firehose or a fast scroll cannot queue up reads.
 */
export interface RowReader {
  readonly show: (first: number, count: number) => void;
  /** The summary has changed from `previous`. */
  readonly follow: (previous: TranscriptSummary) => void;
  /** The filter or the whole transcript is another one: what is being read is stale. */
  readonly restart: () => void;
  /** Nothing is published any more. */
  readonly stop: () => void;
}

export function createRowReader(port: RowReaderPort): RowReader {
  let wanted = { first: 0, count: 0 };
  let generation = 0;
  let isReading = false;
  let isReadWanted = false;

  /** The first position to show: the tail when following, else as wanted but never past either end. */
  function firstRow(): number {
    const { summary, isFollowing } = port.current();
    const tail = summary.first + Math.max(0, summary.matching - wanted.count);
    return isFollowing ? tail : Math.max(summary.first, Math.min(wanted.first, tail));
  }

  function refresh(): void {
    isReadWanted = true;
    if (!isReading && wanted.count > 0) void readWhileWanted();
  }

  async function readWhileWanted(): Promise<void> {
    isReading = true;
    try {
      while (isReadWanted) {
        isReadWanted = false;
        const readGeneration = generation;
        const first = firstRow();
        // One read at a time is the point: the next one is chosen by what is wanted then.
        const window = await port.read(first, wanted.count);
        if (generation === readGeneration) port.publish(window);
      }
    } catch {
      // The engine has gone; it says so itself, in an event. The rows on screen stay.
    } finally {
      isReading = false;
    }
  }

  return {
    show(first, count) {
      wanted = { first, count };
      refresh();
    },

    follow(previous) {
      const { window, summary } = port.current();
      const first = firstRow();
      const count = Math.min(wanted.count, summary.first + summary.matching - first);
      const isInStep = window.first === first && window.rows.length === count;
      if (!isInStep || summary.matching < previous.matching) refresh();
    },

    restart() {
      generation += 1;
      refresh();
    },

    stop() {
      generation += 1;
      isReadWanted = false;
      wanted = { first: 0, count: 0 };
    },
  };
}
