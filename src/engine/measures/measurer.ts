import { ANSWER_WAYS } from '#domain/transcript/measures.ts';
import type {
  AnswerWay,
  DirectionMeasures,
  Distribution,
  EntryRoundTrips,
  Measures,
} from '#domain/transcript/measures.ts';
import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import { RECORD_FLAG } from '#wire/entryBatch.ts';
import { startOf } from '../transcript/entrySegment.ts';
import type { EntrySegment } from '../transcript/entrySegment.ts';
import type { TranscriptStore } from '../transcript/transcriptStore.ts';
import { Histogram } from './histogram.ts';
import { RoundTripList } from './roundTripList.ts';
import type { StoredRoundTrip } from './roundTripList.ts';
import { RoundTripMatcher } from './roundTripMatcher.ts';
import type { RoundTrip } from './roundTripMatcher.ts';
import { COLUMN } from './slots.ts';
import { TimeSeries } from './timeSeries.ts';

/** The clock is asked after so many entries: they take a fraction of a millisecond. */
const LOT_ENTRIES = 4_096;

/** What is counted of one direction's data messages. */
class DirectionCounts {
  readonly sizes = new Histogram();
  readonly gaps = new Histogram();
  messages = 0;
  bytes = 0;
  /** As many of them as the series has been told of. */
  #toldMessages = 0;
  #toldBytes = 0;
  /** When the last one went; `NaN` before the first of a connection. */
  lastTime = Number.NaN;

  add(byteLength: number, time: number): void {
    this.messages += 1;
    this.bytes += byteLength;
    this.sizes.add(byteLength);
    if (!Number.isNaN(this.lastTime)) this.gaps.add(time - this.lastTime);
    this.lastTime = time;
  }

  /** Tells the series what has come since it was told last: once for many, which is a fifth of the work. */
  tell(series: TimeSeries, isSent: boolean): void {
    series.addMessages(isSent, this.messages - this.#toldMessages, this.bytes - this.#toldBytes);
    this.#toldMessages = this.messages;
    this.#toldBytes = this.bytes;
  }
}

/**
 * Measures the entries of a store in their order, little by little: those that were there and those that have come
 * since alike, so a log of the past is measured as a live one is. It walks the columns; of payloads it reads those that
 * may be part of a round trip.
 */
export class Measurer {
  readonly #store: TranscriptStore;
  readonly #now: () => number;
  #looked = 0;
  #missed = 0;
  #sent = new DirectionCounts();
  #received = new DirectionCounts();
  #series = new TimeSeries();
  #matcher = new RoundTripMatcher();
  #trips = new RoundTripList();
  #tripTimes = newTripTimes();

  constructor(store: TranscriptStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** The index behind the last entry that it has looked at. */
  get looked(): number {
    return this.#looked;
  }

  /** Looks on for at most about `budgetMs`. False when there is more to look at. */
  look(budgetMs: number): boolean {
    const until = this.#now() + budgetMs;
    while (this.#looked < this.#store.end) {
      this.#skipGone();
      const { first, segment } = this.#store.spanAt(this.#looked);
      const from = this.#looked - first;
      const to = Math.min(segment.count, from + LOT_ENTRIES);
      this.#measure(segment, first, from, to);
      this.#looked = first + to;
      if (this.#now() >= until) break;
    }
    return this.#looked >= this.#store.end;
  }

  /** Begins anew: the store has been cleared. */
  restart(): void {
    this.#looked = 0;
    this.#missed = 0;
    this.#sent = new DirectionCounts();
    this.#received = new DirectionCounts();
    this.#series = new TimeSeries();
    this.#matcher = new RoundTripMatcher();
    this.#trips = new RoundTripList();
    this.#tripTimes = newTripTimes();
  }

  /** `isLive` is false for a past connection, where nothing is recent and nothing can come. */
  read(isLive: boolean): Measures {
    const now = this.#now();
    if (isLive) this.#matcher.giveUpOld(now);
    // A log may end without a word of it, when its page was closed.
    else if (this.#looked >= this.#store.end) this.#matcher.end();
    const peaks = this.#series.readPeaks();
    const lastSecond = this.#series.readLastSecond(now);
    const direction = (
      { messages, bytes, sizes, gaps }: DirectionCounts,
      column: number,
      bytesColumn: number,
    ): DirectionMeasures => ({
      messages,
      bytes,
      perSecond: lastSecond[column] ?? 0,
      bytesPerSecond: lastSecond[bytesColumn] ?? 0,
      peakPerSecond: peaks[column] ?? 0,
      peakBytesPerSecond: peaks[bytesColumn] ?? 0,
      sizes: sizes.read(),
      gapsMs: gaps.read(),
    });
    return {
      looked: this.#looked - Math.min(this.#looked, this.#store.first),
      total: this.#store.count,
      missed: this.#missed,
      sent: direction(this.#sent, COLUMN.sent, COLUMN.sentBytes),
      received: direction(this.#received, COLUMN.received, COLUMN.receivedBytes),
      roundTripsMs: mapWays((way) => this.#tripTimes[way].read()),
      messages: this.#matcher.messages,
      pings: this.#matcher.pings,
      recent: isLive ? this.#series.readRecent(now) : null,
      whole: this.#series.readWhole(),
    };
  }

  readRoundTrips(sequence: number, isLive: boolean): EntryRoundTrips {
    const index = sequence - this.#store.sequenceAt(0);
    if (isLive) this.#matcher.giveUpOld(this.#now());
    const ended = this.#trips.endingAt(index);
    const endOf = (entry: number, { ms, way }: StoredRoundTrip) => ({
      sequence: this.#store.sequenceAt(entry),
      afterMs: ms,
      way,
    });
    return {
      sequence,
      asked: ended === null ? null : endOf(ended.asked, ended),
      answers: this.#trips.beginningAt(index).map((trip) => endOf(trip.answer, trip)),
      isAwaited: isLive && this.#matcher.isAwaited(index),
    };
  }

  /** How long after the message that it answers the entry came, ms; `null` for an entry that answers none. */
  answeredAfterMs(index: number): number | null {
    return this.#trips.endingAt(index)?.ms ?? null;
  }

  #skipGone(): void {
    const { first } = this.#store;
    if (this.#looked >= first) return;
    this.#missed += first - this.#looked;
    this.#looked = first;
  }

  #measure(segment: EntrySegment, first: number, from: number, to: number): void {
    const { bytes, ends, times, kinds, flags } = segment;
    let { secondEnd } = this.#series;
    let start = startOf(segment, from);
    for (let at = from; at < to; at += 1) {
      const end = ends[at] ?? start;
      const time = times[at] ?? 0;
      const kind = kinds[at] ?? 0;
      const isSent = ((flags[at] ?? 0) & RECORD_FLAG.sent) !== 0;
      if (kind === ENTRY_KIND.text || kind === ENTRY_KIND.binary) {
        if (time >= secondEnd) secondEnd = this.#advance(time);
        if (isSent) {
          this.#sent.add(end - start, time);
          this.#matcher.sendMessage(first + at, time, bytes.subarray(start, end), kind === ENTRY_KIND.text);
        } else {
          this.#received.add(end - start, time);
          if (this.#matcher.isAwaiting) {
            this.#note(first + at, time, this.#matcher.receiveMessage(time, bytes, start, end));
          }
        }
      } else {
        this.#measureControl(first + at, time, kind, isSent, bytes.subarray(start, end));
      }
      start = end;
    }
    this.#tellSeries();
  }

  /** Returns the end of the second that begins. */
  #advance(time: number): number {
    this.#tellSeries();
    this.#series.advance(time);
    return this.#series.secondEnd;
  }

  #tellSeries(): void {
    this.#sent.tell(this.#series, true);
    this.#received.tell(this.#series, false);
  }

  #measureControl(index: number, time: number, kind: number, isSent: boolean, payload: Uint8Array): void {
    if (kind === ENTRY_KIND.ping && isSent) this.#matcher.sendPing(index, time, payload);
    if (kind === ENTRY_KIND.pong && !isSent)
      this.#note(index, time, this.#matcher.receivePong(time, payload));
    if (kind !== ENTRY_KIND.opened && kind !== ENTRY_KIND.ended) return;
    this.#matcher.end();
    this.#sent.lastTime = Number.NaN;
    this.#received.lastTime = Number.NaN;
  }

  #note(answer: number, time: number, trip: RoundTrip | null): void {
    if (trip === null) return;
    this.#advance(time);
    this.#trips.append({ answer, ...trip });
    this.#tripTimes[trip.way].add(trip.ms);
    this.#series.addRoundTrip(trip.ms);
  }
}

function newTripTimes(): Record<AnswerWay, Histogram> {
  return mapWays(() => new Histogram());
}

function mapWays<Value extends Histogram | Distribution>(
  valueOf: (way: AnswerWay) => Value,
): Record<AnswerWay, Value> {
  return Object.fromEntries(ANSWER_WAYS.map((way) => [way, valueOf(way)])) as Record<AnswerWay, Value>;
}
