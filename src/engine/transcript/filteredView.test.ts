import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '#domain/transcript/entry.ts';
import type { TranscriptFilter } from '#domain/transcript/entry.ts';
import { parseFilter } from '#domain/transcript/filter/parseFilter.ts';
import { planFilter } from '#domain/transcript/filter/planFilter.ts';
import { createInProcessPatternWorker } from '../testing/inProcessPatternWorker.ts';
import { FilteredView } from './filteredView.ts';
import { createEntryScan } from './scan/entryScan.ts';
import { MAX_RUN_ENTRIES } from './scan/payloadRun.ts';
import { TranscriptStore } from './transcriptStore.ts';

function appendTexts(store: TranscriptStore, ...texts: string[]): void {
  for (const text of texts) {
    const payload = new TextEncoder().encode(text);
    store.append({
      kind: 1,
      isSent: false,
      hasMore: false,
      isCompressed: false,
      frames: 1,
      time: 1,
      payload,
    });
  }
}

/** Ticks once at each look, so that a budget of n is n looks. */
function tickingClock(): () => number {
  let time = 0;
  return () => (time += 1);
}

function positions(view: FilteredView): number[] {
  return Array.from({ length: view.count }, (_, position) => view.indexAt(position));
}

function setFilter(view: FilteredView, store: TranscriptStore, fields: Partial<TranscriptFilter>): void {
  const filter = { ...NO_FILTER, ...fields };
  const parsed = parseFilter(filter.text);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  view.setFilter(createEntryScan(store, planFilter(parsed.node, filter, 0), createInProcessPatternWorker));
}

describe('FilteredView', () => {
  it('shows every entry without a filter, as soon as it is there', () => {
    const store = new TranscriptStore();
    const view = new FilteredView(store, tickingClock());
    appendTexts(store, 'a', 'b', 'c');
    expect(positions(view)).toEqual([0, 1, 2]);
  });

  it('shows what the filter finds among entries before and after it was set', () => {
    const store = new TranscriptStore();
    const view = new FilteredView(store, tickingClock());
    appendTexts(store, 'apple', 'pear', 'Apple pie');
    setFilter(view, store, { text: 'APPLE' });
    expect(view.scan(100)).toBe('done');
    expect(positions(view)).toEqual([0, 2]);
    appendTexts(store, 'plum', 'pineapple');
    expect(view.scan(100)).toBe('done');
    expect(positions(view)).toEqual([0, 2, 4]);
  });

  it('stops at its budget and goes on where it stopped', () => {
    const store = new TranscriptStore();
    const view = new FilteredView(store, tickingClock());
    appendTexts(store, ...Array.from({ length: 2 * MAX_RUN_ENTRIES + 1 }, (_, index) => `${index}`));
    setFilter(view, store, { kinds: 'text' });
    expect(view.state).toEqual({ kind: 'running', looked: 0 });
    expect(view.scan(1)).toBe('more');
    expect(view.count).toBe(MAX_RUN_ENTRIES);
    expect(view.state).toEqual({ kind: 'running', looked: MAX_RUN_ENTRIES });
    appendTexts(store, 'during the scan');
    expect(view.scan(1)).toBe('more');
    expect(view.count).toBe(2 * MAX_RUN_ENTRIES);
    expect(view.scan(2)).toBe('done');
    expect(view.state).toEqual({ kind: 'done' });
    expect(positions(view)).toEqual(Array.from({ length: 2 * MAX_RUN_ENTRIES + 2 }, (_, index) => index));
  });

  it('waits for regular expressions, and shows what they find', async () => {
    const store = new TranscriptStore();
    const view = new FilteredView(store, tickingClock());
    appendTexts(store, 'order 12', 'order twelve', 'line 7');
    setFilter(view, store, { text: 'order /\\d+/' });
    const waiting = view.scan(100);
    expect(view.scan(100)).toBe(waiting);
    appendTexts(store, 'order 13');
    await waiting;
    expect(positions(view)).toEqual([0]);
    await view.scan(100);
    expect(view.scan(100)).toBe('done');
    expect(positions(view)).toEqual([0, 3]);
  });

  it('takes no answer to a filter that has gone', async () => {
    const store = new TranscriptStore();
    const view = new FilteredView(store, tickingClock());
    appendTexts(store, 'a', 'b');
    setFilter(view, store, { text: '/a/' });
    const waiting = view.scan(100);
    setFilter(view, store, { text: '/b/' });
    await waiting;
    expect(view.count).toBe(0);
    await view.scan(100);
    expect(positions(view)).toEqual([1]);
  });

  it('keeps what positions mean when the oldest entries go', () => {
    const store = new TranscriptStore({ segmentBytes: 2 });
    const view = new FilteredView(store, tickingClock());
    appendTexts(store, 'a', 'b', 'a', 'b', 'a', 'b', 'a');
    store.dropFirst();
    expect([view.first, view.end, view.count, view.indexAt(view.first)]).toEqual([2, 7, 5, 2]);
    setFilter(view, store, { text: 'a' });
    expect(view.scan(100)).toBe('done');
    expect([view.first, view.end, view.indexAt(0), view.indexAt(2)]).toEqual([0, 3, 2, 6]);
    store.dropFirst();
    expect([view.first, view.end, view.count, view.indexAt(view.first)]).toEqual([1, 3, 2, 4]);
  });

  it('begins anew with another filter', () => {
    const store = new TranscriptStore();
    const view = new FilteredView(store, tickingClock());
    appendTexts(store, 'a', 'b');
    setFilter(view, store, { text: 'a' });
    expect(view.scan(100)).toBe('done');
    const { generation } = view;
    setFilter(view, store, { text: 'b' });
    expect(view.generation).not.toBe(generation);
    expect(view.count).toBe(0);
    expect(view.scan(100)).toBe('done');
    expect(positions(view)).toEqual([1]);
    setFilter(view, store, {});
    expect(positions(view)).toEqual([0, 1]);
  });

  it('filters by direction and kind without a text', () => {
    const store = new TranscriptStore();
    const view = new FilteredView(store, tickingClock());
    const payload = new Uint8Array([1]);
    const common = { hasMore: false, isCompressed: false, frames: 1, time: 1, payload };
    store.append({ ...common, kind: 2, isSent: true });
    store.append({ ...common, kind: 2, isSent: false });
    store.append({ ...common, kind: 9, isSent: true });
    setFilter(view, store, { direction: 'sent', kinds: 'data' });
    expect(view.scan(100)).toBe('done');
    expect(positions(view)).toEqual([0]);
  });
});
