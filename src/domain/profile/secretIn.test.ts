import { expect, it } from 'vitest';
import type { Environment } from './environment.ts';
import { newProfile } from './newProfile.ts';
import { secretIn } from './secretIn.ts';

const PROFILE = newProfile('p', 0, {
  headers: [{ id: 'h', name: 'X-Key', value: { kind: 'secret', secretId: 's' }, isEnabled: true }],
});

it('finds a secret of the profile in a text, by its name', () => {
  expect(secretIn('{"key":"hunter22"}', PROFILE, [], { s: 'hunter22' })).toBe('the secret X-Key');
  expect(secretIn('{"key":"hunter21"}', PROFILE, [], { s: 'hunter22' })).toBeNull();
});

it('finds a secret of an environment', () => {
  const environment: Environment = {
    id: 'e',
    name: 'Staging',
    variables: [{ id: 'v', name: 'token', value: { kind: 'secret', secretId: 's' }, isEnabled: true }],
  };
  expect(secretIn('{"key":"hunter22"}', newProfile('q', 0), [environment], { s: 'hunter22' })).toBe(
    'the secret token',
  );
});

it('finds no value that is empty or so short that it stands there by chance', () => {
  expect(secretIn('{"id":12345}', PROFILE, [], { s: '' })).toBeNull();
  expect(secretIn('{"id":12345}', PROFILE, [], { s: '12345' })).toBeNull();
});

it('finds a token by its shape', () => {
  expect(secretIn('{"token":"eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0."}', PROFILE, [], {})).toBe('a token');
});
