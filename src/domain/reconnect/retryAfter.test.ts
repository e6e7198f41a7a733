import { describe, expect, it } from 'vitest';
import { readRetryAfter } from './retryAfter.ts';

/** 1994-11-06 08:49:37 UTC. */
const NOW = 784_111_777_000;

function answer(...headers: readonly (readonly [name: string, value: string])[]) {
  return { headers: headers.map(([name, value]) => ({ name, value })) };
}

describe('Retry-After', () => {
  it.each([
    ['57', 57_000],
    [' 0 ', 0],
    ['Sun, 06 Nov 1994 08:50:07 GMT', 30_000],
    ['Sun, 06 Nov 1994 08:49:07 GMT', 0],
    ['soon', null],
    ['-1', null],
    ['1.5', null],
    ['Sun, 06 Nob 1994 08:50:07 GMT', null],
    ['Sunday, 06-Nov-94 08:49:37 GMT', null],
  ])('of “%s” asks for %s ms', (value, delayMs) => {
    expect(readRetryAfter(answer(['retry-after', value]), NOW)).toBe(delayMs);
  });

  it('asks for nothing where it is missing', () => {
    expect(readRetryAfter(answer(['Content-Type', 'text/plain']), NOW)).toBeNull();
  });

  it('of a date counts by the clock of the server, which may not be that of this machine', () => {
    const answered = answer(
      ['Date', 'Sun, 06 Nov 1994 09:49:37 GMT'],
      ['Retry-After', 'Sun, 06 Nov 1994 09:49:47 GMT'],
    );
    expect(readRetryAfter(answered, NOW)).toBe(10_000);
  });
});
