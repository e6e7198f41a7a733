import type { TranscriptStore } from './transcriptStore.ts';
import { Uint32List } from './uint32List.ts';

/** Whether the entry at an index of the store is shown. */
export type EntryPredicate = (index: number) => boolean;

/** Entries tried between two looks at the clock. */
const ENTRIES_BETWEEN_LOOKS = 256;

/**
 * Which entries of a store a filter shows, found little by little: `scan` goes on where it stopped, over entries that
 * were there and entries that have come since alike. Without a filter it shows all, and holds nothing.
 *
 * Entries are shown at positions, from `first` to `end`. A position means the same entry until the next generation: when
 * the oldest entries go, `first` moves on.
 */
export class FilteredView {
  readonly #store: TranscriptStore;
  readonly #now: () => number;
  readonly #matches = new Uint32List();
  #isShown: EntryPredicate | null = null;
  #scanned = 0;
  #first = 0;
  #generation = 0;

  constructor(store: TranscriptStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** Another number whenever positions begin to mean other entries. */
  get generation(): number {
    return this.#generation;
  }

  /** The position of the oldest entry that it shows. */
  get first(): number {
    if (this.#isShown === null) return this.#store.first;
    const { first } = this.#store;
    while (this.#first < this.#matches.count && this.#matches.read(this.#first) < first) this.#first += 1;
    return this.#first;
  }

  /** The position behind the newest one, as far as it has looked. */
  get end(): number {
    return this.#isShown === null ? this.#store.end : this.#matches.count;
  }

  /** How many entries it shows, as far as it has looked. */
  get count(): number {
    return this.end - this.first;
  }

  /** The store's index of the entry at a position of the view. */
  indexAt(position: number): number {
    return this.#isShown === null ? position : this.#matches.read(position);
  }

  /** The first position whose entry has this index, or one after it. */
  positionOf(index: number): number {
    if (this.#isShown === null) return Math.min(Math.max(index, this.first), this.end);
    let low = this.first;
    let high = this.end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#matches.read(middle) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Begins anew with another filter; `null` shows all. */
  setFilter(isShown: EntryPredicate | null): void {
    this.#isShown = isShown;
    this.restart();
  }

  /** Begins anew: the store has been cleared. */
  restart(): void {
    this.#matches.clear();
    this.#scanned = 0;
    this.#first = 0;
    this.#generation += 1;
  }

  /** Looks on for at most about `budgetMs`. True when every entry of the store has been looked at. */
  scan(budgetMs: number): boolean {
    const isShown = this.#isShown;
    if (isShown === null) return true;
    const until = this.#now() + budgetMs;
    const { first, end: storeEnd } = this.#store;
    this.#scanned = Math.max(this.#scanned, first);
    while (this.#scanned < storeEnd) {
      const end = Math.min(storeEnd, this.#scanned + ENTRIES_BETWEEN_LOOKS);
      for (let index = this.#scanned; index < end; index += 1) {
        if (isShown(index)) this.#matches.append(index);
      }
      this.#scanned = end;
      if (this.#now() >= until) break;
    }
    return this.#scanned === storeEnd;
  }
}
