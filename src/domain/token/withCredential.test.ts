import { describe, expect, it } from 'vitest';
import { newProfile } from '../profile/newProfile.ts';
import type { Field } from '../profile/profile.ts';
import { withCredential } from './withCredential.ts';

const newIds = () => {
  let last = 0;
  return () => `new${(last += 1)}`;
};
const row = (name: string, fields: Partial<Field> = {}): Field => ({
  id: name,
  name,
  value: { kind: 'text', text: 'old' },
  isEnabled: true,
  ...fields,
});

describe('withCredential', () => {
  it('adds a row with a secret', () => {
    const { profile, secretId } = withCredential(newProfile('p', 0), { kind: 'header' }, newIds());
    expect(profile.headers).toEqual([
      { id: 'new2', name: 'Authorization', value: { kind: 'secret', secretId }, isEnabled: true },
    ]);
    expect(profile.parameters).toEqual([]);
  });

  it('uses the row that is there, switches it on and makes it a secret', () => {
    const before = newProfile('p', 0, { headers: [row('authorization', { isEnabled: false }), row('x')] });
    const { profile } = withCredential(before, { kind: 'header' }, newIds());
    expect(profile.headers).toEqual([
      {
        id: 'authorization',
        name: 'authorization',
        value: { kind: 'secret', secretId: 'new1' },
        isEnabled: true,
      },
      row('x'),
    ]);
  });

  it('changes nothing of a profile that has a secret there', () => {
    const before = newProfile('p', 0, {
      parameters: [row('access_token', { value: { kind: 'secret', secretId: 's' } })],
    });
    const placed = withCredential(before, { kind: 'query', name: 'access_token' }, newIds());
    expect(placed.profile).toBe(before);
    expect(placed.secretId).toBe('s');
  });
});
