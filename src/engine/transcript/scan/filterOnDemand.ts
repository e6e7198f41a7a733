import { NO_FILTER } from '#domain/transcript/entry.ts';
import type { TranscriptFilter } from '#domain/transcript/entry.ts';
import type { EntryScan } from './entryScan.ts';
import type { FilterReader, FilterReaderOptions } from './filterReader.ts';

export interface FilterOnDemandOptions extends FilterReaderOptions {
  /** Called with what finds the entries to show when they are others than before; `null` shows all. */
  readonly onAsked: (scan: EntryScan | null) => void;
  /** The code that searches has not come. */
  readonly onFailed: () => void;
  /** Called after either, and when nothing else is asked than before. */
  readonly onSettled: (filter: TranscriptFilter) => void;
}

/** The filter of a transcript, before and after the code that searches has come. */
export interface FilterOnDemand {
  readonly prefetch: () => void;
  /** Has the code come, and warms it up. */
  readonly prepare: () => Promise<void>;
  /** What the one before shows stays until it is settled. */
  readonly set: (filter: TranscriptFilter) => void;
  /** Resolves when the filter that was set last is settled. */
  readonly settled: () => Promise<void>;
  readonly dispose: () => void;
}

/** Searches with code that is no part of the first load. */
export function createFilterOnDemand(options: FilterOnDemandOptions): FilterOnDemand {
  let reader: FilterReader | null = null;
  let coming: Promise<void> | null = null;
  let settling: Promise<void> | null = null;
  let wanted = NO_FILTER;
  let hasFailed = false;
  let isDisposed = false;

  async function load(): Promise<void> {
    try {
      const { FilterReader } = await import('./filterReader.ts');
      reader = new FilterReader(options);
    } catch {
      // The server of the page has gone. The next filter has it tried again.
      coming = null;
    }
  }

  function settle(): void {
    const reading = reader?.read(wanted);
    if (reading === undefined) options.onFailed();
    else if (reading.kind === 'other') options.onAsked(reading.scan);
    else if (hasFailed) options.onAsked(null);
    hasFailed = reading === undefined;
    options.onSettled(wanted);
  }

  async function settleWhenHere(): Promise<void> {
    await (coming ??= load());
    settling = null;
    if (!isDisposed) settle();
  }

  return {
    prefetch: () => void (coming ??= load()),
    async prepare() {
      await (coming ??= load());
      if (!isDisposed) reader?.warmUp();
    },
    set(filter) {
      wanted = filter;
      if (reader === null) settling ??= settleWhenHere();
      else settle();
    },
    async settled() {
      await settling;
    },
    dispose() {
      isDisposed = true;
    },
  };
}
