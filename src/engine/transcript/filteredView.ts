import { assertNever } from '#domain/assertNever.ts';
import type { ScanState, StopReason } from '#domain/transcript/entry.ts';
import type { EntryScan, Look } from './scan/entryScan.ts';
import { VERDICT } from './scan/verdict.ts';
import type { TranscriptStore } from './transcriptStore.ts';
import { Uint32List } from './uint32List.ts';

const { yes: YES } = VERDICT;

/** `done` when every entry has been looked at that can be, `more` when the time was over; a promise while it waits. */
export type ScanProgress = 'done' | 'more' | Promise<void>;

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
  #filter: EntryScan | null = null;
  #isHiding = true;
  #scanned = 0;
  #first = 0;
  #generation = 0;
  #stopped: StopReason | null = null;
  #waiting: Promise<void> | null = null;

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
    return this.#isShowingAll ? this.#store.first : this.#firstMatch;
  }

  get #isShowingAll(): boolean {
    return this.#filter === null || !this.#isHiding;
  }

  get #firstMatch(): number {
    const { first } = this.#store;
    while (this.#first < this.#matches.count && this.#matches.read(this.#first) < first) this.#first += 1;
    return this.#first;
  }

  /** The position behind the newest one, as far as it has looked. */
  get end(): number {
    return this.#isShowingAll ? this.#store.end : this.#matches.count;
  }

  /** How many entries it shows, as far as it has looked. */
  get count(): number {
    return this.end - this.first;
  }

  get state(): ScanState {
    const looked = Math.max(0, this.#scanned - this.#store.first);
    if (this.#stopped !== null) return { kind: 'stopped', reason: this.#stopped, looked };
    const isDone = this.#filter === null || this.#scanned >= this.#store.end;
    return isDone ? { kind: 'done' } : { kind: 'running', looked };
  }

  /** The store's index of the entry at a position of the view. */
  indexAt(position: number): number {
    return this.#isShowingAll ? position : this.#matches.read(position);
  }

  /** The first position whose entry has this index, or one after it. */
  positionOf(index: number): number {
    if (this.#isShowingAll) return Math.min(Math.max(index, this.first), this.end);
    return this.#matchFrom(index);
  }

  /** Entries that match, whether the others are hidden or not; 0 without a filter. */
  get hits(): number {
    return this.#filter === null ? 0 : this.#matches.count - this.#firstMatch;
  }

  /**
   * The index of the match after or before an entry, the first or last where there is none; without an entry the last.
   * `null` where nothing matches.
   */
  findHit(from: number | null, towards: 'next' | 'previous'): number | null {
    const first = this.#firstMatch;
    const last = this.#matches.count - 1;
    if (this.hits === 0) return null;
    if (from === null) return this.#matches.read(last);
    const place = towards === 'next' ? this.#matchFrom(from + 1) : this.#matchFrom(from) - 1;
    if (place > last) return this.#matches.read(first);
    return this.#matches.read(place < first ? last : place);
  }

  /** Whether the entry has yet to be looked at. */
  isUnlooked(index: number): boolean {
    return (
      this.#filter !== null && this.#stopped === null && index >= this.#scanned && index < this.#store.end
    );
  }

  /** The first place among the matches whose entry has this index, or one after it. */
  #matchFrom(index: number): number {
    let low = this.#firstMatch;
    let high = this.#matches.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#matches.read(middle) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Begins anew with another filter; `null` shows all. */
  setFilter(filter: EntryScan | null): void {
    this.#filter?.dispose();
    this.#filter = filter;
    this.#restart();
  }

  /** What the filter needs cannot be had: it goes on showing what it did. */
  stop(reason: StopReason): void {
    this.#stopped = reason;
  }

  /** Whether what does not match is left out. */
  setHiding(isHiding: boolean): void {
    if (isHiding === this.#isHiding) return;
    this.#isHiding = isHiding;
    this.#generation += 1;
  }

  /** Begins anew: the store has been cleared. */
  restart(): void {
    // What is being looked at has gone.
    this.#filter?.dispose();
    this.#restart();
  }

  /** Looks on for at most about `budgetMs`, or until it has to wait for a look that others work on. */
  scan(budgetMs: number): ScanProgress {
    const filter = this.#filter;
    if (filter === null) return 'done';
    const until = this.#now() + budgetMs;
    while (this.#stopped === null && this.#scanned < this.#store.end) {
      if (this.#waiting !== null) return this.#waiting;
      this.#scanned = Math.max(this.#scanned, this.#store.first);
      const look = filter.look(this.#scanned);
      if (look instanceof Promise) return (this.#waiting = this.#takeLater(look));
      this.#take(look);
      if (this.#now() >= until) return 'more';
    }
    return 'done';
  }

  #restart(): void {
    this.#matches.clear();
    this.#scanned = 0;
    this.#first = 0;
    this.#stopped = null;
    this.#waiting = null;
    this.#generation += 1;
  }

  async #takeLater(look: Promise<Look>): Promise<void> {
    const generation = this.#generation;
    const taken = await look;
    if (generation !== this.#generation) return;
    this.#waiting = null;
    this.#take(taken);
  }

  #take(look: Look): void {
    switch (look.kind) {
      case 'looked':
        for (let place = nextYes(look, 0); place < look.count; place = nextYes(look, place + 1)) {
          this.#matches.append(this.#scanned + place);
        }
        this.#scanned += look.count;
        return;
      case 'runaway':
      case 'unavailable':
        this.#stopped = look.kind;
        return;
      case 'cancelled':
        return;
      default:
        assertNever(look);
    }
  }
}

/** Most searches find little: the platform passes over what is not found faster than a loop. */
function nextYes({ verdicts, count }: Extract<Look, { kind: 'looked' }>, from: number): number {
  // Where all is found, that would be a call for each.
  if (verdicts[from] === YES) return from;
  const place = verdicts.indexOf(YES, from);
  return place === -1 ? count : place;
}
