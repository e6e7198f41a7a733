import type { TranscriptStore } from './transcriptStore.ts';
import { Uint32List } from './uint32List.ts';

/** Whether the entry at an index of the store is shown. */
export type EntryPredicate = (index: number) => boolean;

/** Entries tried between two looks at the clock. */
const ENTRIES_BETWEEN_LOOKS = 256;

/**
 * Which entries of a store a filter shows, found little by little: `scan` goes on where it stopped, over entries that
 * were there and entries that have come since alike. Without a filter it shows all, and holds nothing.
 */
export class FilteredView {
  readonly #store: TranscriptStore;
  readonly #now: () => number;
  readonly #matches = new Uint32List();
  #isShown: EntryPredicate | null = null;
  #scanned = 0;
  #generation = 0;

  constructor(store: TranscriptStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** Another number whenever positions begin to mean other entries. */
  get generation(): number {
    return this.#generation;
  }

  /** How many entries it shows, as far as it has looked. */
  get count(): number {
    return this.#isShown === null ? this.#store.count : this.#matches.count;
  }

  /** The store's index of the entry at a position of the view. */
  indexAt(position: number): number {
    return this.#isShown === null ? position : this.#matches.read(position);
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
    this.#generation += 1;
  }

  /** Looks on for at most about `budgetMs`. True when every entry of the store has been looked at. */
  scan(budgetMs: number): boolean {
    const isShown = this.#isShown;
    if (isShown === null) return true;
    const until = this.#now() + budgetMs;
    const { count } = this.#store;
    while (this.#scanned < count) {
      const end = Math.min(count, this.#scanned + ENTRIES_BETWEEN_LOOKS);
      for (let index = this.#scanned; index < end; index += 1) {
        if (isShown(index)) this.#matches.append(index);
      }
      this.#scanned = end;
      if (this.#now() >= until) break;
    }
    return this.#scanned === count;
  }
}
