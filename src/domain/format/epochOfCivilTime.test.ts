import { describe, expect, it } from 'vitest';
import { civilTime } from './civilTime.ts';
import { epochOfCivilTime } from './epochOfCivilTime.ts';

describe('epochOfCivilTime', () => {
  it.each([0, 951_782_400_000, 951_868_799_999, 1_795_348_800_123, 4_107_542_400_000, -1])(
    'finds %i again',
    (epochMs) => {
      expect(epochOfCivilTime(civilTime(epochMs))).toBe(epochMs);
    },
  );
});
