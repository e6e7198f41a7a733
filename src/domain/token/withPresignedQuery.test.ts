import { describe, expect, it } from 'vitest';
import { newProfile } from '../profile/newProfile.ts';
import type { Field } from '../profile/profile.ts';
import { withPresignedQuery } from './withPresignedQuery.ts';

const row = (name: string): Field => ({
  id: name,
  name,
  value: { kind: 'text', text: 'old' },
  isEnabled: true,
});

describe('withPresignedQuery', () => {
  it('replaces an older signature and keeps the order', () => {
    const before = newProfile('p', 0, {
      parameters: [row('X-Amz-Signature'), row('room'), row('x-amz-date')],
    });
    const pairs = [
      { name: 'X-Amz-Date', value: '20150830T123600Z' },
      { name: 'X-Amz-Signature', value: 'abc' },
    ];
    const { profile, secrets } = withPresignedQuery(before, pairs, () => 'new');
    expect(profile.parameters.map(({ name, value }) => [name, value.kind])).toEqual([
      ['room', 'text'],
      ['X-Amz-Date', 'text'],
      ['X-Amz-Signature', 'secret'],
    ]);
    expect(Object.values(secrets)).toEqual(['abc']);
  });
});
