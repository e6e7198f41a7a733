/** How a received message is known to answer a sent one: the strictest first. */
export const ANSWER_WAYS = ['pong', 'echo', 'ack', 'id', 'part'] as const;

/**
 * - `pong`: a pong with the payload of the ping (RFC 6455 section 5.5.3)
 * - `echo`: the same payload, byte for byte
 * - `ack`: an ack of Web PubSub with the `ackId` of the message
 * - `id`: the same value in the same id field (`ID_FIELDS`) of a JSON object
 * - `part`: a payload that holds the message, or its `data`
 */
export type AnswerWay = (typeof ANSWER_WAYS)[number];

/** Fields that are taken for the id of a message; the first one that a message has is its id. */
export const ID_FIELDS = [
  'ackId',
  'requestId',
  'request_id',
  'correlationId',
  'correlation_id',
  'messageId',
  'message_id',
  'id',
  'ref',
] as const;

/** Percentiles are at most 0.8 % too low, the greatest value is exact. All are 0 where nothing was counted. */
export interface Distribution {
  readonly count: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
}

/** Data messages of one direction. */
export interface DirectionMeasures {
  readonly messages: number;
  readonly bytes: number;
  /** In the last whole second. */
  readonly perSecond: number;
  readonly bytesPerSecond: number;
  /** In the busiest second by the clock. */
  readonly peakPerSecond: number;
  readonly peakBytesPerSecond: number;
  readonly sizes: Distribution;
  /** Between one message and the next of the same connection, ms. */
  readonly gapsMs: Distribution;
}

/** What became of messages that may be answered. */
export interface AskedCounts {
  readonly sent: number;
  /** An answer may still come. */
  readonly awaited: number;
  readonly unanswered: number;
}

/** What went by in slots of time that follow one another. All arrays are as long. */
export interface MeasureSeries {
  /** When the first slot begins, ms since the epoch. */
  readonly startedAt: number;
  readonly slotMs: number;
  readonly sent: Float64Array;
  readonly received: Float64Array;
  readonly sentBytes: Float64Array;
  readonly receivedBytes: Float64Array;
  /** Of the round trips that ended in the slot, ms; `NaN` where none did. */
  readonly meanRoundTripMs: Float64Array;
  readonly maxRoundTripMs: Float64Array;
}

/** What a log's messages measure, as far as it has been looked through. */
export interface Measures {
  /** Entries that have been looked at, and entries there are. */
  readonly looked: number;
  readonly total: number;
  /** Entries that went before they were looked at. */
  readonly missed: number;
  readonly sent: DirectionMeasures;
  readonly received: DirectionMeasures;
  /** Times from the sent message to its answer, ms. */
  readonly roundTripsMs: Readonly<Record<AnswerWay, Distribution>>;
  readonly messages: AskedCounts;
  readonly pings: AskedCounts;
  /** The last minutes, by second, without the second under way; `null` for a past connection. */
  readonly recent: MeasureSeries | null;
  /** From the first message to the last; `null` while there is none. */
  readonly whole: MeasureSeries | null;
}

/** The other end of a round trip. */
export interface RoundTripEnd {
  readonly sequence: number;
  readonly afterMs: number;
  readonly way: AnswerWay;
}

/** The round trips that an entry is part of. */
export interface EntryRoundTrips {
  readonly sequence: number;
  /** What it answers; `null` for nothing that is known. */
  readonly asked: RoundTripEnd | null;
  readonly answers: readonly RoundTripEnd[];
  /** An answer may still come. */
  readonly isAwaited: boolean;
}
