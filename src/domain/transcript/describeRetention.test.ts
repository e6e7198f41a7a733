import { describe, expect, it } from 'vitest';
import { describeRetention } from './describeRetention.ts';
import { NOTHING_RETAINED } from './retention.ts';

describe('describeRetention', () => {
  it('says nothing while all is in memory and kept', () => {
    expect(describeRetention(NOTHING_RETAINED)).toEqual({ facts: [], warning: null });
  });

  it('says how many entries are on disk and how many have gone', () => {
    const { facts } = describeRetention({ ...NOTHING_RETAINED, onDisk: 1_204_000, gone: 310_000 });
    expect(facts).toEqual(['1,204,000 older entries are on disk', '310,000 oldest entries have gone']);
  });

  it('counts one entry as one', () => {
    const { facts } = describeRetention({ ...NOTHING_RETAINED, onDisk: 1, gone: 1 });
    expect(facts).toEqual(['1 older entry is on disk', 'The oldest entry has gone']);
  });

  it.each([
    ['kept', null],
    ['off', null],
    ['trimmed', 'Device storage is full: old entries make room'],
    ['full', 'Device storage is full: kept in memory only'],
    ['refused', 'Kept in memory only'],
  ] as const)('warns of logs that are %s', (keeping, title) => {
    expect(describeRetention({ ...NOTHING_RETAINED, keeping }).warning?.title ?? null).toBe(title);
  });
});
