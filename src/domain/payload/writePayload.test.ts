import { describe, expect, it } from 'vitest';
import { CopyFormError, writePayload } from './writePayload.ts';
import type { CopyForm } from './writePayload.ts';

function written(payload: string, form: CopyForm, maxBytes?: number): string {
  return new TextDecoder().decode(writePayload(new TextEncoder().encode(payload), form, maxBytes));
}

describe('writePayload', () => {
  it.each([
    ['text', '{"n":1.0}', '{"n":1.0}'],
    ['json', '{"n":1.0}', '{\n  "n": 1.0\n}'],
    ['base64', 'Käse', 'S8Okc2U='],
    ['hex', 'Käse', '4b c3 a4 73 65'],
    ['hex', '', ''],
  ] as const)('writes %s of %j', (form, payload, text) => {
    expect(written(payload, form)).toBe(text);
  });

  it('says where a payload is no JSON', () => {
    expect(() => written('{"a":}', 'json')).toThrow(
      new CopyFormError('no-json', 'This is not JSON. Line 1, column 6: Here should stand a value, not “}”.'),
    );
  });

  it('writes no more than a clipboard takes, and says what to do instead', () => {
    expect(written('abcd', 'hex', 12)).toBe('61 62 63 64');
    expect(() => written('abcd', 'hex', 11)).toThrow(
      'As hex this is more than 11 B, too much for the clipboard. Save the payload as a file instead.',
    );
    expect(() => written('abcd', 'base64', 7)).toThrow('As base64 this is more than 7 B');
    // Each level is indented further than the one before: a small text that grows with the square of its depth.
    const deep = '['.repeat(1_000) + ']'.repeat(1_000);
    expect(() => written(deep, 'json', 100_000)).toThrow('As indented JSON this is more than 100 kB');
  });
});
