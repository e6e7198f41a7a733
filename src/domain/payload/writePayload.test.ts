import { describe, expect, it } from 'vitest';
import { CopyFormError, MAX_CLIPBOARD_BYTES, writePayload } from './writePayload.ts';
import type { CopyForm } from './writePayload.ts';

function written(payload: string, form: CopyForm): string {
  return new TextDecoder().decode(writePayload(new TextEncoder().encode(payload), form));
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
    const payload = new Uint8Array(Math.ceil(MAX_CLIPBOARD_BYTES / 3));
    expect(() => writePayload(payload, 'hex')).toThrow(
      'As hex this is more than 134 MB, too much for the clipboard. Save the payload as a file instead.',
    );
    // Each level is indented further than the one before: a small text that grows with the square of its depth.
    const deep = '['.repeat(20_000) + ']'.repeat(20_000);
    expect(() => written(deep, 'json')).toThrow('As indented JSON this is more than 134 MB');
  });
});
