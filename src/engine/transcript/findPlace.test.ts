import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogPlace } from '#domain/transcript/parsePlace.ts';
import { FilteredView } from './filteredView.ts';
import { findPlace } from './findPlace.ts';
import type { EntryScan } from './scan/entryScan.ts';
import { VERDICT } from './scan/verdict.ts';
import { TranscriptStore } from './transcriptStore.ts';

/** Entries of one byte, two a segment, at these times. */
function storeOf(times: readonly number[]): TranscriptStore {
  const store = new TranscriptStore({ segmentBytes: 2 });
  const columns = { kind: 1, isSent: false, frames: 1, hasMore: false, isCompressed: false };
  for (const time of times) store.append({ ...columns, time, payload: Uint8Array.of(0) });
  return store;
}

/** Looks at one entry at a time. */
function scanFor(isShown: (index: number) => boolean): EntryScan {
  return {
    look: (first) => ({
      kind: 'looked',
      count: 1,
      verdicts: Uint8Array.of(isShown(first) ? VERDICT.yes : VERDICT.no),
    }),
    dispose: () => undefined,
  };
}

function find(
  store: TranscriptStore,
  place: LogPlace,
  isShown: ((index: number) => boolean) | null = null,
  isHiding = true,
) {
  const view = new FilteredView(store, () => 0);
  view.setHiding(isHiding);
  view.setFilter(isShown === null ? null : scanFor(isShown));
  expect(view.scan(1)).toBe('done');
  return findPlace(store, view, place);
}

describe('findPlace', () => {
  const store = storeOf([10, 20, 30, 40, 50, 60]);

  it.each<[LogPlace, number]>([
    [{ kind: 'first' }, 0],
    [{ kind: 'last' }, 5],
    [{ kind: 'fraction', fraction: 0.6 }, 3],
    [{ kind: 'sequence', sequence: 3 }, 2],
    [{ kind: 'sequence', sequence: 99 }, 5],
    [{ kind: 'sequence', sequence: 0 }, 0],
    [{ kind: 'time', time: 5 }, 0],
    [{ kind: 'time', time: 31 }, 3],
    [{ kind: 'time', time: 99 }, 5],
  ])('finds %o at %d', (place, position) => {
    expect(find(store, place)).toBe(position);
  });

  it('finds the next entry that a filter shows', () => {
    const isEven = (index: number) => index % 2 === 0;
    expect(find(store, { kind: 'sequence', sequence: 4 }, isEven)).toBe(2);
    expect(find(store, { kind: 'time', time: 20 }, isEven)).toBe(1);
    expect(find(store, { kind: 'last' }, () => false)).toBeNull();
  });

  it('finds an entry alone where it is shown', () => {
    const isEven = (index: number) => index % 2 === 0;
    expect(find(store, { kind: 'entry', sequence: 3 })).toBe(2);
    expect(find(store, { kind: 'entry', sequence: 3 }, isEven)).toBe(1);
    expect(find(store, { kind: 'entry', sequence: 4 }, isEven)).toBeNull();
    expect(find(store, { kind: 'entry', sequence: 7 })).toBeNull();
  });

  it.each<[number | null, 'next' | 'previous', number]>([
    [null, 'next', 5],
    [null, 'previous', 5],
    [1, 'next', 2],
    [3, 'next', 5],
    [4, 'previous', 2],
    [6, 'next', 2],
    [2, 'previous', 5],
    [0, 'previous', 5],
  ])('finds the match from entry %s to the %s: entry %d', (from, towards, index) => {
    const isMatch = (index: number) => index === 2 || index === 5;
    const position = index === 2 ? 0 : 1;
    const sequence = from === null ? null : from + 1;
    expect(find(store, { kind: 'hit', from: sequence, towards }, isMatch)).toBe(position);
    expect(find(store, { kind: 'hit', from: sequence, towards }, isMatch, false)).toBe(index);
  });

  it('finds no match where there is none', () => {
    expect(find(store, { kind: 'hit', from: 1, towards: 'next' }, () => false, false)).toBeNull();
    expect(find(store, { kind: 'hit', from: 1, towards: 'next' })).toBeNull();
  });

  it('finds the oldest that there is for what has gone', () => {
    const cut = storeOf([10, 20, 30, 40, 50]);
    cut.dropFirst();
    expect(find(cut, { kind: 'sequence', sequence: 1 })).toBe(2);
    expect(find(cut, { kind: 'first' })).toBe(2);
  });

  it('finds the first entry at or after any time', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1 }), fc.nat(60), (times, time) => {
        const sorted = times.sort((one, other) => one - other);
        const expected = sorted.findIndex((one) => one >= time);
        expect(find(storeOf(sorted), { kind: 'time', time })).toBe(
          expected === -1 ? sorted.length - 1 : expected,
        );
      }),
    );
  });
});
