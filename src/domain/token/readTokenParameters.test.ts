import { describe, expect, it } from 'vitest';
import { readTokenParameters } from './readTokenParameters.ts';

describe('readTokenParameters', () => {
  it('reads a line as a name and a value, which may hold the equals sign', () => {
    expect(readTokenParameters('resource=https://api.example.com\n\n assertion = a=b \n')).toEqual({
      ok: true,
      parameters: [
        { name: 'resource', value: 'https://api.example.com' },
        { name: 'assertion', value: 'a=b' },
      ],
    });
  });

  it.each([
    ['resource', 'Line 1 is not written as name=value.'],
    ['a=1\n=2', 'Line 2 is not written as name=value.'],
    ['client_secret=x', 'client_secret is sent already: it has a field of its own.'],
    ['a=1\na=2', 'a is given twice.'],
  ])('refuses %j', (text, message) => {
    expect(readTokenParameters(text)).toEqual({ ok: false, message });
  });
});
