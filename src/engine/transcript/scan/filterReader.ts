import { NO_FILTER } from '#domain/transcript/entry.ts';
import type { TranscriptFilter } from '#domain/transcript/entry.ts';
import type { FilterNode } from '#domain/transcript/filter/filterNode.ts';
import { parseFilter } from '#domain/transcript/filter/parseFilter.ts';
import { planFilter } from '#domain/transcript/filter/planFilter.ts';
import type { TranscriptStore } from '../transcriptStore.ts';
import { FilteredView } from '../filteredView.ts';
import { createEntryScan } from './entryScan.ts';
import type { EntryScan } from './entryScan.ts';
import type { PatternWorker } from './patternMatcher.ts';

export interface FilterReaderOptions {
  readonly store: TranscriptStore;
  readonly now: () => number;
  readonly createPatternWorker: () => PatternWorker;
}

export type FilterReading =
  /** Asks what the one before did: an expression that is wrong changes nothing. */
  | { readonly kind: 'same' }
  /** `null` shows all. */
  | { readonly kind: 'other'; readonly scan: EntryScan | null };

/** So long the first search would run on code that no compiler has made fast yet, ms. */
const WARM_UP_MS = 15;

/** A text to look for that is not asked for. */
const ANY_TEXT = 'warming up';

/** Reads one filter after another. With it comes all that a search takes. */
export class FilterReader {
  readonly #options: FilterReaderOptions;
  /** What the last expression that was right asks, and what was chosen beside the last one. */
  #asked: FilterNode | null = null;
  #askedText = NO_FILTER.text;
  #chosen = NO_FILTER;
  #isWarm = false;

  constructor(options: FilterReaderOptions) {
    this.#options = options;
  }

  /** Looks for something, whatever comes of it: the search that follows is as fast as a later one. */
  warmUp(): void {
    const { store, now, createPatternWorker } = this.#options;
    const parsed = parseFilter(ANY_TEXT);
    if (this.#isWarm || !parsed.ok) return;
    const view = new FilteredView(store, now);
    view.setFilter(createEntryScan(store, planFilter(parsed.node, NO_FILTER, now()), createPatternWorker));
    // A log that was looked through sooner is too short to make a difference.
    this.#isWarm = view.scan(WARM_UP_MS) === 'more';
    view.setFilter(null);
  }

  read(filter: TranscriptFilter): FilterReading {
    const { store, now, createPatternWorker } = this.#options;
    const parsed = parseFilter(filter.text);
    const isChosenAnew = filter.direction !== this.#chosen.direction || filter.kinds !== this.#chosen.kinds;
    const isTypedAnew = parsed.ok && filter.text !== this.#askedText;
    this.#chosen = filter;
    if (isTypedAnew) {
      this.#asked = parsed.node;
      this.#askedText = filter.text;
    }
    if (!isTypedAnew && !isChosenAnew) return { kind: 'same' };
    const plan = planFilter(this.#asked, this.#chosen, now());
    return { kind: 'other', scan: createEntryScan(store, plan, createPatternWorker) };
  }
}
