import { expect, it } from 'vitest';
import { maskUrlBy } from './maskUrlBy.ts';

it.each([
  ['wss://host/?room=1&&key=a%20b#part', 'wss://host/?room=•••&&key=•••#part'],
  ['wss://user:pass@host/path?word', 'wss://•••@host/path?•••'],
  ['wss://host/?empty=', 'wss://host/?empty='],
  ['wss://host/path', 'wss://host/path'],
  ['not a URL', 'not a URL'],
])('masks every value of %s: %s', (url, masked) => {
  expect(maskUrlBy(url, () => true)).toBe(masked);
});

it('masks no value that is no secret, and the password before the host', () => {
  expect(maskUrlBy('wss://user:pass@host/?a=1&b=2', ({ name }) => name === 'b')).toBe(
    'wss://•••@host/?a=1&b=•••',
  );
});
