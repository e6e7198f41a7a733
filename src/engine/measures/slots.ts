import type { MeasureSeries } from '#domain/transcript/measures.ts';

/** What a slot of time counts, each in a column of its own. */
export const COLUMN = {
  sent: 0,
  received: 1,
  sentBytes: 2,
  receivedBytes: 3,
  roundTrips: 4,
  roundTripMs: 5,
  maxRoundTripMs: 6,
} as const;

export const COLUMNS = 7;

/** The counts of one slot, as in `COLUMN`. */
export type Slot = Float64Array;

/** Rows of slots, one behind another. */
export class SlotRows {
  readonly #values: Float64Array;

  constructor(rows: number) {
    this.#values = new Float64Array(rows * COLUMNS);
  }

  read(row: number): Slot {
    return this.#values.subarray(row * COLUMNS, (row + 1) * COLUMNS);
  }

  clear(row: number): void {
    this.read(row).fill(0);
  }

  add(row: number, slot: Slot): void {
    addTo(this.read(row), slot);
  }
}

export function addTo(sum: Slot, slot: Slot): void {
  for (let column = 0; column < COLUMNS; column += 1) {
    const [before = 0, value = 0] = [sum[column], slot[column]];
    sum[column] = column === COLUMN.maxRoundTripMs ? Math.max(before, value) : before + value;
  }
}

/** Slots that follow one another, as the page draws them. */
export function toSeries(startedAt: number, slotMs: number, slots: readonly Slot[]): MeasureSeries {
  const pick = (column: number) => Float64Array.from(slots, (slot) => slot[column] ?? 0);
  const ofTrips = (read: (slot: Slot) => number) =>
    Float64Array.from(slots, (slot) => ((slot[COLUMN.roundTrips] ?? 0) > 0 ? read(slot) : Number.NaN));
  return {
    startedAt,
    slotMs,
    sent: pick(COLUMN.sent),
    received: pick(COLUMN.received),
    sentBytes: pick(COLUMN.sentBytes),
    receivedBytes: pick(COLUMN.receivedBytes),
    meanRoundTripMs: ofTrips((slot) => (slot[COLUMN.roundTripMs] ?? 0) / (slot[COLUMN.roundTrips] ?? 1)),
    maxRoundTripMs: ofTrips((slot) => slot[COLUMN.maxRoundTripMs] ?? 0),
  };
}
