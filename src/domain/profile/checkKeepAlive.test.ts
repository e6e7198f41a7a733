import { expect, it } from 'vitest';
import { checkKeepAlive } from './checkKeepAlive.ts';
import type { KeepAlive } from './profile.ts';

it.each<KeepAlive>([
  { kind: 'off' },
  { kind: 'ping', everyMs: 1_000 },
  { kind: 'message', everyMs: 86_400_000, text: '{}' },
])('finds nothing wrong with %o', (keepAlive) => {
  expect(checkKeepAlive(keepAlive)).toEqual([]);
});

it.each<[KeepAlive, string]>([
  [{ kind: 'ping', everyMs: 999 }, 'keepAliveEvery'],
  [{ kind: 'ping', everyMs: 86_400_001 }, 'keepAliveEvery'],
  [{ kind: 'message', everyMs: Number.NaN, text: '{}' }, 'keepAliveEvery'],
  [{ kind: 'message', everyMs: 1_000, text: '' }, 'keepAliveText'],
])('does not take %o, and says so at %s', (keepAlive, option) => {
  expect(checkKeepAlive(keepAlive).map(({ at, fieldId }) => [at, fieldId])).toEqual([['options', option]]);
});
