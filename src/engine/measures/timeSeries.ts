import type { MeasureSeries } from '#domain/transcript/measures.ts';
import { addTo, COLUMN, COLUMNS, SlotRows, toSeries } from './slots.ts';
import type { Slot } from './slots.ts';

const SECOND_MS = 1_000;

/** The last two minutes by second: what a person watches, a point for every few pixels. */
const RECENT_SLOTS = 120;

/** The whole log in as many slots at most: when they are full, each two become one. */
const WHOLE_SLOTS = 240;

/** No slot at all has begun. */
const NEVER = Number.NEGATIVE_INFINITY;

/**
 * What went by, by time: the last two minutes by second, and the whole log in slots that widen as it grows. Memory is
 * the same for a minute and a week. Times are those of the entries; one that goes back counts in the second under way.
 */
export class TimeSeries {
  readonly #current: Slot = new Float64Array(COLUMNS);
  readonly #recent = new SlotRows(RECENT_SLOTS);
  readonly #whole = new SlotRows(WHOLE_SLOTS);
  readonly #peaks: Slot = new Float64Array(COLUMNS);
  /** The number of the second under way, from the epoch. */
  #second = NEVER;
  #secondEnd = NEVER;
  #wholeSlotMs = SECOND_MS;
  #wholeStart = 0;

  /** When the second under way ends: what goes from then on is to be told after `advance`. */
  get secondEnd(): number {
    return this.#secondEnd;
  }

  addMessages(isSent: boolean, count: number, bytes: number): void {
    const current = this.#current;
    const messages = isSent ? COLUMN.sent : COLUMN.received;
    const size = isSent ? COLUMN.sentBytes : COLUMN.receivedBytes;
    current[messages] = (current[messages] ?? 0) + count;
    current[size] = (current[size] ?? 0) + bytes;
  }

  addRoundTrip(ms: number): void {
    addTo(this.#current, Float64Array.of(0, 0, 0, 0, 1, ms, ms));
  }

  /** The greatest counts of any second, as in `COLUMN`. */
  readPeaks(): Slot {
    return this.#peaks.map((peak, column) => Math.max(peak, this.#current[column] ?? 0));
  }

  /** The last whole second before `now`. */
  readLastSecond(now: number): Slot {
    return this.#readSecond(Math.floor(now / SECOND_MS) - 1);
  }

  /** The seconds before the one that `now` is in. */
  readRecent(now: number): MeasureSeries {
    const end = Math.floor(now / SECOND_MS);
    // What is written is `RECENT_SLOTS` back from the newest second that has ended.
    const first = end - RECENT_SLOTS + 1;
    const seconds = Array.from({ length: RECENT_SLOTS - 1 }, (_, offset) => this.#readSecond(first + offset));
    return toSeries(first * SECOND_MS, SECOND_MS, seconds);
  }

  readWhole(): MeasureSeries | null {
    if (this.#second === NEVER) return null;
    const row = this.#rowOf(this.#second);
    const slots = Array.from({ length: row + 1 }, (_, place) => new Float64Array(this.#whole.read(place)));
    const last = slots.at(-1);
    if (last !== undefined) addTo(last, this.#current);
    return toSeries(this.#wholeStart, this.#wholeSlotMs, slots);
  }

  #readSecond(second: number): Slot {
    if (second === this.#second) return this.#current;
    const isKept = second < this.#second && second > this.#second - RECENT_SLOTS;
    return isKept ? this.#recent.read(second % RECENT_SLOTS) : EMPTY_SLOT;
  }

  /** Begins the second of this time, unless it is under way. */
  advance(time: number): void {
    if (time < this.#secondEnd) return;
    const second = Math.floor(time / SECOND_MS);
    if (this.#second === NEVER) this.#wholeStart = second * SECOND_MS;
    else this.#endSecond(second);
    this.#second = second;
    this.#secondEnd = (second + 1) * SECOND_MS;
    this.#makeRoom();
  }

  #endSecond(next: number): void {
    this.#recent.clear(this.#second % RECENT_SLOTS);
    this.#recent.add(this.#second % RECENT_SLOTS, this.#current);
    const empty = Math.min(next - this.#second - 1, RECENT_SLOTS - 1);
    for (let back = 1; back <= empty; back += 1) this.#recent.clear((next - back) % RECENT_SLOTS);
    this.#whole.add(this.#rowOf(this.#second), this.#current);
    for (const [column, value] of this.#current.entries()) {
      this.#peaks[column] = Math.max(this.#peaks[column] ?? 0, value);
    }
    this.#current.fill(0);
  }

  #rowOf(second: number): number {
    return Math.floor((second * SECOND_MS - this.#wholeStart) / this.#wholeSlotMs);
  }

  /** Widens the slots of the whole log until the second under way has one. */
  #makeRoom(): void {
    while (this.#rowOf(this.#second) >= WHOLE_SLOTS) {
      for (let row = 0; row < WHOLE_SLOTS; row += 1) {
        const values = new Float64Array(this.#whole.read(row));
        this.#whole.clear(row);
        this.#whole.add(Math.floor(row / 2), values);
      }
      this.#wholeSlotMs *= 2;
    }
  }
}

const EMPTY_SLOT: Slot = new Float64Array(COLUMNS);
