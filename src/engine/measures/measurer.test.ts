import { beforeEach, describe, expect, it } from 'vitest';
import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import type { EntryKind } from '#domain/transcript/entry.ts';
import { TranscriptStore } from '../transcript/transcriptStore.ts';
import { Measurer } from './measurer.ts';

/** Noon of some day: a whole minute. */
const START = 1_700_000_040_000;

let store: TranscriptStore;
let measurer: Measurer;
let nowMs: number;
beforeEach(() => {
  // Small, so that a few entries take several segments.
  store = new TranscriptStore({ segmentBytes: 64 });
  measurer = new Measurer(store, () => START + nowMs);
  nowMs = 0;
});

function append(ms: number, direction: 'sent' | 'received', text: string, kind: EntryKind = 'text'): void {
  const payload = new TextEncoder().encode(text);
  const rest = { frames: 1, hasMore: false, isCompressed: false };
  store.append({ kind: ENTRY_KIND[kind], isSent: direction === 'sent', time: START + ms, payload, ...rest });
}

function measure() {
  while (!measurer.look(1_000));
  return measurer.read(true);
}

describe('data messages are counted by direction', () => {
  it('with their sizes and the gaps between them', () => {
    append(0, 'sent', 'x');
    append(10, 'received', 'x'.repeat(100));
    append(20, 'sent', 'ping', 'ping');
    append(26, 'received', 'x'.repeat(200), 'binary');
    append(30, 'received', 'x'.repeat(50));
    append(32, 'sent', 'xyz');
    const { sent, received, looked, total, missed } = measure();
    expect(received).toMatchObject({
      messages: 3,
      bytes: 350,
      sizes: { count: 3, p50: 100, p90: 200, p99: 200, max: 200 },
      gapsMs: { count: 2, p50: 4, p90: 16, p99: 16, max: 16 },
    });
    expect(sent).toMatchObject({ messages: 2, bytes: 4, gapsMs: { count: 1, p50: 32, max: 32 } });
    expect({ looked, total, missed }).toEqual({ looked: 6, total: 6, missed: 0 });
  });

  it('with no gap over the time between two connections', () => {
    append(0, 'received', 'opened', 'opened');
    append(10, 'received', 'one');
    append(20, 'received', 'ended', 'ended');
    append(90_000, 'received', 'opened', 'opened');
    append(90_100, 'received', 'two');
    append(90_103, 'received', 'three');
    expect(measure().received.gapsMs).toMatchObject({ count: 1, max: 3 });
  });

  it('with the rate of the last whole second and of the busiest', () => {
    for (const ms of [100, 200, 300, 1_100]) append(ms, 'received', 'xx');
    nowMs = 2_500;
    expect(measure().received).toMatchObject({
      perSecond: 1,
      bytesPerSecond: 2,
      peakPerSecond: 3,
      peakBytesPerSecond: 6,
    });
  });
});

describe('round trips', () => {
  it('are timed by way, and found at both their ends', () => {
    append(0, 'sent', '{"id":1}');
    append(1, 'sent', 'p', 'ping');
    append(2.5, 'received', 'p', 'pong');
    append(4, 'received', '{"id":1,"ok":true}');
    append(5, 'sent', 'never answered');
    const { roundTripsMs, messages, pings } = measure();
    expect(roundTripsMs).toMatchObject({
      id: { count: 1, p50: 4, max: 4 },
      pong: { count: 1, p50: 1.5 },
      echo: { count: 0 },
    });
    expect({ messages, pings }).toEqual({
      messages: { sent: 2, awaited: 1, unanswered: 0 },
      pings: { sent: 1, awaited: 0, unanswered: 0 },
    });
    const trip = { afterMs: 4, way: 'id' };
    const ofEntry = (sequence: number) => measurer.readRoundTrips(sequence, true);
    expect(ofEntry(1)).toMatchObject({ asked: null, answers: [{ sequence: 4, ...trip }], isAwaited: false });
    expect(ofEntry(4)).toMatchObject({ asked: { sequence: 1, ...trip }, answers: [] });
    expect(ofEntry(5)).toMatchObject({ asked: null, answers: [], isAwaited: true });
    expect([3, 4].map((index) => measurer.answeredAfterMs(index))).toEqual([4, null]);
  });

  it('count in the second of their answer, data or not', () => {
    append(0, 'sent', 'p', 'ping');
    append(100, 'received', 'one');
    append(1_200, 'received', 'p', 'pong');
    append(2_300, 'received', 'two');
    const { whole } = measure();
    expect(whole?.received).toEqual(Float64Array.of(1, 0, 1));
    expect(whole?.maxRoundTripMs).toEqual(Float64Array.of(Number.NaN, 1_200, Number.NaN));
  });

  it('do not reach from one connection into the next', () => {
    append(0, 'sent', '{"id":1}');
    append(1, 'received', 'ended', 'ended');
    append(2, 'received', 'opened', 'opened');
    append(3, 'received', '{"id":1,"ok":true}');
    expect(measure()).toMatchObject({
      messages: { sent: 1, awaited: 0, unanswered: 1 },
      roundTripsMs: { id: { count: 0 } },
    });
  });

  it('of a log of the past that ends without a word are not awaited', () => {
    append(0, 'sent', 'hello world');
    while (!measurer.look(1_000));
    expect(measurer.read(false).messages).toEqual({ sent: 1, awaited: 0, unanswered: 1 });
    expect(measurer.read(false).recent).toBeNull();
  });
});

describe('entries', () => {
  it('that come later are looked at later', () => {
    append(0, 'received', 'one');
    expect(measure().received.messages).toBe(1);
    append(1, 'received', 'two');
    expect(measure().received).toMatchObject({ messages: 2, gapsMs: { count: 1, max: 1 } });
  });

  it('that went before they were looked at are told of', () => {
    for (let count = 0; count < 20; count += 1) append(count, 'received', 'x'.repeat(60));
    store.dropFirst();
    store.dropFirst();
    expect(measure()).toMatchObject({ looked: 18, total: 18, missed: 2, received: { messages: 18 } });
  });

  it('of a cleared log are forgotten', () => {
    append(0, 'sent', 'hello');
    append(1, 'received', 'hello');
    measure();
    store.clear();
    measurer.restart();
    append(5, 'received', 'after');
    expect(measure()).toMatchObject({
      looked: 1,
      sent: { messages: 0 },
      received: { messages: 1, gapsMs: { count: 0 } },
      messages: { sent: 0 },
      roundTripsMs: { echo: { count: 0 } },
    });
    expect(measurer.readRoundTrips(3, true)).toMatchObject({ asked: null });
  });
});
