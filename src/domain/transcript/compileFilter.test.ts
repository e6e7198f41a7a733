import { describe, expect, test } from 'vitest';
import { compileFilter } from './compileFilter.ts';
import { ENTRY_KIND, NO_FILTER, type Direction, type EntryKind, type KindFilter } from './entry.ts';

const KINDS = Object.keys(ENTRY_KIND) as readonly EntryKind[];

describe('compileFilter', () => {
  test.each<[KindFilter, string]>([
    ['all', 'text binary close ping pong opened ended'],
    ['text', 'text'],
    ['binary', 'binary'],
    ['data', 'text binary'],
    ['control', 'close ping pong opened ended'],
  ])('shows of kinds %j: %s', (kinds, expected) => {
    const matches = compileFilter({ ...NO_FILTER, kinds });
    expect(
      KINDS.filter((kind) => matches({ direction: 'sent', kind, payload: new Uint8Array() })).join(' '),
    ).toBe(expected);
  });

  test.each<[Direction | 'both', boolean, boolean]>([
    ['both', true, true],
    ['sent', true, false],
    ['received', false, true],
  ])('direction %s shows sent %s, received %s', (direction, showsSent, showsReceived) => {
    const matches = compileFilter({ ...NO_FILTER, direction });
    const entry = { kind: 'text', payload: new Uint8Array() } as const;
    expect(matches({ ...entry, direction: 'sent' })).toBe(showsSent);
    expect(matches({ ...entry, direction: 'received' })).toBe(showsReceived);
  });

  test.each(['opened', 'ended'] as const)('shows %s, which went neither way, only with both', (kind) => {
    const entry = { kind, direction: 'received', payload: new Uint8Array() } as const;
    expect(compileFilter(NO_FILTER)(entry)).toBe(true);
    expect(compileFilter({ ...NO_FILTER, direction: 'received' })(entry)).toBe(false);
    expect(compileFilter({ ...NO_FILTER, direction: 'sent' })({ ...entry, direction: 'sent' })).toBe(false);
  });

  test('shows what holds the text, whatever its case', () => {
    const matches = compileFilter({ ...NO_FILTER, text: 'Echo' });
    const entry = { direction: 'sent', kind: 'text' } as const;
    expect(matches({ ...entry, payload: new TextEncoder().encode('{"action":"echo"}') })).toBe(true);
    expect(matches({ ...entry, payload: new TextEncoder().encode('{"action":"ping"}') })).toBe(false);
  });

  test('asks for all of its parts at once', () => {
    const matches = compileFilter({ text: 'a', direction: 'sent', kinds: 'data' });
    const entry = { direction: 'sent', kind: 'binary', payload: Uint8Array.of(0x41) } as const;
    expect(matches(entry)).toBe(true);
    expect(matches({ ...entry, direction: 'received' })).toBe(false);
    expect(matches({ ...entry, kind: 'ping' })).toBe(false);
    expect(matches({ ...entry, payload: Uint8Array.of(0x42) })).toBe(false);
  });
});
