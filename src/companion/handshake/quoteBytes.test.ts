import { describe, expect, it } from 'vitest';
import { quoteBytes } from './quoteBytes.ts';

describe('quoteBytes', () => {
  it('keeps printable ASCII and escapes the rest', () => {
    expect(quoteBytes(Buffer.from('a\\b "c"\r\n\t\u0000\u007fé', 'latin1'))).toBe(
      'a\\\\b "c"\\r\\n\\t\\x00\\x7f\\xe9',
    );
  });

  it('stops at 200 characters, never within an escape', () => {
    expect(quoteBytes(Buffer.from('x'.repeat(200)))).toBe('x'.repeat(200));
    expect(quoteBytes(Buffer.from(`${'x'.repeat(198)}\u0000x`))).toBe(`${'x'.repeat(198)}…`);
  });
});
