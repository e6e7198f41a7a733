import type { EntryRoundTrips, Measures } from '#domain/transcript/measures.ts';
import type { Measuring, MeasuringOptions } from './createMeasuring.ts';

export interface MeasuringOnDemandOptions extends Omit<MeasuringOptions, 'onMeasures'> {
  /** Called only while watched; with `null` when the code that measures has not come. */
  readonly onMeasures: (measures: Measures | null) => void;
}

/** As `Measuring`, before and after its code has come. */
export interface MeasuringOnDemand extends Omit<Measuring, 'readRoundTrips'> {
  /** `null` when the code that measures has not come. */
  readonly readRoundTrips: (sequence: number) => Promise<EntryRoundTrips | null>;
}

/**
 * Measures with code that is no part of the first load: it comes with the first entry. Nothing is lost by that, since
 * what measures begins with the oldest entry that the log holds.
 */
export function createMeasuringOnDemand(options: MeasuringOnDemandOptions): MeasuringOnDemand {
  let measuring: Measuring | null = null;
  let coming: Promise<Measuring | null> | null = null;
  let isBegun = false;
  let isLive = true;
  let isWatched = false;
  let isDisposed = false;

  async function load(): Promise<Measuring | null> {
    try {
      const { createMeasuring } = await import('./createMeasuring.ts');
      if (isDisposed) return null;
      measuring = createMeasuring(options);
      measuring.setLive(isLive);
      return measuring;
    } catch {
      // The server of the page has gone. Who looks at measures is told; whoever asks again has it tried again.
      return null;
    }
  }

  async function whenHere(): Promise<Measuring | null> {
    coming ??= load();
    const here = await coming;
    if (here === null) coming = null;
    return here;
  }

  async function lookWhenHere(): Promise<void> {
    (await whenHere())?.look();
  }

  async function watchWhenHere(): Promise<void> {
    const here = await whenHere();
    if (here !== null) here.watch(isWatched);
    else if (isWatched && !isDisposed) options.onMeasures(null);
  }

  return {
    look() {
      if (measuring !== null) return measuring.look();
      // Once: with every batch of a flood would be too often where it does not come.
      if (!isBegun) void lookWhenHere();
      isBegun = true;
    },
    restart: () => measuring?.restart(),
    watch(next) {
      isWatched = next;
      void watchWhenHere();
    },
    setLive(next) {
      isLive = next;
      measuring?.setLive(next);
    },
    readRoundTrips: async (sequence) => (await whenHere())?.readRoundTrips(sequence) ?? null,
    answeredAfterMs: (index) => measuring?.answeredAfterMs(index) ?? null,
    dispose() {
      isDisposed = true;
      measuring?.dispose();
    },
  };
}
