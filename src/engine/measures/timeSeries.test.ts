import { describe, expect, it } from 'vitest';
import { COLUMN } from './slots.ts';
import { TimeSeries } from './timeSeries.ts';

/** Noon of some day: a whole minute. */
const START = 1_700_000_040_000;

function addMessage(series: TimeSeries, isSent: boolean, bytes: number, time: number): void {
  series.advance(time);
  series.addMessages(isSent, 1, bytes);
}

describe('the last two minutes', () => {
  it('are told by second, without the second under way', () => {
    const series = new TimeSeries();
    addMessage(series, true, 10, START + 100);
    addMessage(series, false, 200, START + 999.9);
    addMessage(series, false, 300, START + 1_000);
    const { startedAt, slotMs, sent, received, receivedBytes } = series.readRecent(START + 1_500);
    expect({ startedAt, slotMs, count: sent.length }).toEqual({
      startedAt: START - 118_000,
      slotMs: 1_000,
      count: 119,
    });
    expect([sent[117], received[117], receivedBytes[117]]).toEqual([0, 0, 0]);
    expect([sent[118], received[118], receivedBytes[118]]).toEqual([1, 1, 200]);
    expect(series.readRecent(START + 2_000).received.slice(-2)).toEqual(Float64Array.of(1, 1));
  });

  it('forget what is longer ago, whether anything came since or not', () => {
    const series = new TimeSeries();
    addMessage(series, false, 1, START);
    expect(series.readRecent(START + 119_000).received[0]).toBe(1);
    expect(series.readRecent(START + 120_000).received.every((count) => count === 0)).toBe(true);
    addMessage(series, false, 1, START + 120_000);
    expect(series.readRecent(START + 120_999).received.every((count) => count === 0)).toBe(true);
    expect(series.readRecent(START + 121_000).received.at(-1)).toBe(1);
  });

  it('have the last whole second at their end', () => {
    const series = new TimeSeries();
    for (const time of [0, 400, 800, 1_200]) addMessage(series, false, 50, START + time);
    expect(series.readLastSecond(START + 1_300)[COLUMN.received]).toBe(3);
    expect(series.readLastSecond(START + 2_300)[COLUMN.received]).toBe(1);
    expect(series.readLastSecond(START + 3_300)[COLUMN.received]).toBe(0);
  });
});

describe('the whole log', () => {
  it('is nothing before the first message', () => {
    expect(new TimeSeries().readWhole()).toBeNull();
  });

  it('has slots that double in width, and loses no message by it', () => {
    const series = new TimeSeries();
    for (let second = 0; second < 1_000; second += 1) addMessage(series, false, 3, START + second * 1_000);
    const whole = series.readWhole();
    expect(whole?.slotMs).toBe(8_000);
    expect(whole?.startedAt).toBe(START);
    expect(whole?.received).toHaveLength(125);
    expect(whole?.received.every((count) => count === 8)).toBe(true);
    expect(whole?.receivedBytes.reduce((sum, bytes) => sum + bytes, 0)).toBe(3_000);
  });

  it('spans days of silence', () => {
    const series = new TimeSeries();
    addMessage(series, true, 1, START);
    addMessage(series, true, 1, START + 3 * 86_400_000);
    const whole = series.readWhole();
    expect(whole?.slotMs).toBe(2_048_000);
    expect([whole?.sent[0], whole?.sent.at(-1)]).toEqual([1, 1]);
  });

  it('knows its busiest second', () => {
    const series = new TimeSeries();
    for (const time of [0, 1, 2, 1_000, 2_000, 2_001]) addMessage(series, false, 10, START + time);
    expect(series.readPeaks()[COLUMN.received]).toBe(3);
    for (const time of [2_002, 2_003]) addMessage(series, false, 10, START + time);
    expect(series.readPeaks()[COLUMN.receivedBytes]).toBe(40);
  });

  it('counts a time that goes back in the second under way', () => {
    const series = new TimeSeries();
    addMessage(series, false, 1, START + 5_000);
    addMessage(series, false, 1, START + 4_000);
    expect(series.readLastSecond(START + 6_000)[COLUMN.received]).toBe(2);
  });
});

it('round trips are told as mean and maximum of their slot, and as nothing where there are none', () => {
  const series = new TimeSeries();
  series.advance(START + 100);
  series.addRoundTrip(2);
  series.addRoundTrip(4);
  addMessage(series, false, 1, START + 1_100);
  const whole = series.readWhole();
  expect(whole?.meanRoundTripMs).toEqual(Float64Array.of(3, Number.NaN));
  expect(whole?.maxRoundTripMs).toEqual(Float64Array.of(4, Number.NaN));
});
