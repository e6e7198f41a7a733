import { describe, expect, it } from 'vitest';
import {
  describeDistributions,
  describeTraffic,
  describeUnanswered,
  measuresToJson,
  measuresToText,
} from './describeMeasures.ts';
import type { DirectionMeasures, Distribution, Measures } from './measures.ts';

const NONE: Distribution = { count: 0, p50: 0, p90: 0, p99: 0, max: 0 };
const NOTHING: DirectionMeasures = {
  messages: 0,
  bytes: 0,
  perSecond: 0,
  bytesPerSecond: 0,
  peakPerSecond: 0,
  peakBytesPerSecond: 0,
  sizes: NONE,
  gapsMs: NONE,
};

const MEASURES: Measures = {
  looked: 1_205,
  total: 1_205,
  missed: 0,
  sent: {
    ...NOTHING,
    messages: 1,
    bytes: 12,
    peakPerSecond: 1,
    peakBytesPerSecond: 12,
    sizes: { count: 1, p50: 12, p90: 12, p99: 12, max: 12 },
  },
  received: {
    messages: 1_200,
    bytes: 240_000,
    perSecond: 1_000,
    bytesPerSecond: 200_000,
    peakPerSecond: 1_100,
    peakBytesPerSecond: 220_000,
    sizes: { count: 1_200, p50: 200, p90: 200, p99: 1_024, max: 4_096 },
    gapsMs: { count: 1_199, p50: 0.0009, p90: 0.25, p99: 3, max: 1_500 },
  },
  roundTripsMs: {
    pong: NONE,
    echo: { count: 1, p50: 3.2, p90: 3.2, p99: 3.2, max: 3.25 },
    ack: NONE,
    id: NONE,
    part: NONE,
  },
  messages: { sent: 5, awaited: 1, unanswered: 3 },
  pings: { sent: 1, awaited: 0, unanswered: 1 },
  recent: null,
  whole: {
    startedAt: 1_700_000_000_000,
    slotMs: 1_000,
    sent: Float64Array.of(1, 0),
    received: Float64Array.of(1_100, 100),
    sentBytes: Float64Array.of(12, 0),
    receivedBytes: Float64Array.of(220_000, 20_000),
    meanRoundTripMs: Float64Array.of(3.25, Number.NaN),
    maxRoundTripMs: Float64Array.of(3.25, Number.NaN),
  },
};

describe('measures', () => {
  it('are told as text, without what was not measured', () => {
    expect(measuresToText(MEASURES)).toBe(
      [
        'Traffic\tTotal\tBusiest second',
        'Messages, sent\t1\t1/s',
        'Messages, received\t1,200\t1,100/s',
        'Bytes, sent\t12 B\t12 B/s',
        'Bytes, received\t240 kB\t220 kB/s',
        '',
        'Distribution\tp50\tp90\tp99\tMax\tCount',
        'Size, sent\t12 B\t12 B\t12 B\t12 B\t1',
        'Size, received\t200 B\t200 B\t1 kB\t4.1 kB\t1,200',
        'Gap, received\t1 µs\t250 µs\t3 ms\t1.5 s\t1,199',
        'Round trip: Echo\t3.2 ms\t3.2 ms\t3.2 ms\t3.3 ms\t1',
        '',
        'Of 5 messages sent: 3 not answered, 1 may still be answered. Of 1 ping sent: 1 not answered.',
      ].join('\n'),
    );
  });

  it('of a live log have what went in the last second', () => {
    const recent = MEASURES.whole;
    expect(describeTraffic({ ...MEASURES, recent })).toMatchObject({
      columns: ['Total', 'Last second', 'Busiest second'],
      rows: [
        { cells: ['1', '0/s', '1/s'] },
        { cells: ['1,200', '1,000/s', '1,100/s'] },
        { cells: ['12 B', '0 B/s', '12 B/s'] },
        { cells: ['240 kB', '200 kB/s', '220 kB/s'] },
      ],
    });
  });

  it('say nothing of answers when all have come', () => {
    const all = { sent: 5, awaited: 0, unanswered: 0 };
    expect(describeUnanswered({ ...MEASURES, messages: all, pings: all })).toBe('');
  });

  it('are told as JSON, with the series of the whole log', () => {
    expect(JSON.parse(measuresToJson(MEASURES))).toMatchObject({
      total: 1_205,
      received: { sizes: { p99: 1_024 } },
      whole: { slotMs: 1_000, received: [1_100, 100], maxRoundTripMs: [3.25, null] },
    });
  });

  it('of an empty log have no distributions', () => {
    const roundTripsMs = { ...MEASURES.roundTripsMs, echo: NONE };
    expect(
      describeDistributions({ ...MEASURES, sent: NOTHING, received: NOTHING, roundTripsMs }).rows,
    ).toEqual([]);
  });
});
