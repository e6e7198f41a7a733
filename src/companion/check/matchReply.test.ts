import { describe, expect, it } from 'vitest';
import { MAX_MATCHED_BYTES, matchReply } from './matchReply.ts';

describe('matchReply', () => {
  it.each([
    [/^hello/u, 'hello world', 'matches'],
    [/^world/u, 'hello world', 'differs'],
    [/grüße/u, 'grüße', 'matches'],
  ] as const)('%s against %s: %s', (pattern, text, result) => {
    expect(matchReply(pattern, Buffer.from(text))).toBe(result);
  });

  it('looks at the beginning of a message only', () => {
    const text = `${'a'.repeat(MAX_MATCHED_BYTES)}b`;
    expect(matchReply(/b/u, Buffer.from(text))).toBe('differs');
    expect(matchReply(/b/u, Buffer.from(text.slice(1)))).toBe('matches');
  });

  it('stops an expression that would never end', () => {
    expect(matchReply(/^(a+)+$/u, Buffer.from(`${'a'.repeat(60)}b`))).toBe('ran-away');
  });
});
