import { describe, expect, it } from 'vitest';
import { newProfile } from '#domain/profile/newProfile.ts';
import { leftBehind } from './leftBehind.ts';

const ROW = { id: 'a', name: 'apikey', value: { kind: 'text', text: '1' }, isEnabled: true } as const;
const EMPTY = newProfile('p', 0);

describe('leftBehind', () => {
  it('names what was there and is not there any more', () => {
    const before = { ...EMPTY, parameters: [ROW], headers: [ROW], origin: 'https://app.example' };
    expect(leftBehind(before, EMPTY)).toEqual([
      'The query parameters, headers, Origin of the host before were taken out: they were meant for it.',
    ]);
  });

  it('says nothing of what was replaced or never there', () => {
    expect(leftBehind({ ...EMPTY, parameters: [ROW] }, { ...EMPTY, parameters: [ROW] })).toEqual([]);
    expect(leftBehind(EMPTY, { ...EMPTY, headers: [ROW] })).toEqual([]);
  });
});
