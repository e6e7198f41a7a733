import { describe, expect, it } from 'vitest';
import { diffProfiles, isSameProfile } from './isSameProfile.ts';
import { newProfile } from './newProfile.ts';

const PROFILE = newProfile('p', 1, {
  url: 'wss://host/',
  parameters: [{ id: 'a', name: 'n', value: { kind: 'text', text: 'v' }, isEnabled: true }],
});

describe('isSameProfile', () => {
  it('looks at values, not at identity or times', () => {
    const copy = { ...structuredClone(PROFILE), createdAt: 2, updatedAt: 3 };
    expect(isSameProfile(PROFILE, copy)).toBe(true);
  });

  it('sees a change at any depth', () => {
    const [field] = PROFILE.parameters;
    if (field === undefined) throw new Error('The profile has no parameter.');
    expect(isSameProfile(PROFILE, { ...PROFILE, parameters: [{ ...field, isEnabled: false }] })).toBe(false);
    expect(isSameProfile(PROFILE, { ...PROFILE, parameters: [] })).toBe(false);
  });
});

it('diffProfiles names the parts that differ', () => {
  expect(diffProfiles(PROFILE, { ...PROFILE, url: 'wss://other/', origin: 'https://a' })).toEqual([
    'url',
    'origin',
  ]);
});
