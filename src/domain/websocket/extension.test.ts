import { describe, expect, test } from 'vitest';
import { formatExtension, parseExtensions } from './extension.ts';

describe('parseExtensions', () => {
  test('reads parameters with and without a value', () => {
    expect(parseExtensions('permessage-deflate; client_max_window_bits; server_max_window_bits=10')).toEqual({
      ok: true,
      extensions: [
        {
          name: 'permessage-deflate',
          parameters: [
            { name: 'client_max_window_bits', value: null },
            { name: 'server_max_window_bits', value: '10' },
          ],
        },
      ],
    });
  });

  test('reads several extensions, in order', () => {
    expect(parseExtensions('foo;a=1 , bar,baz ; b = "2"')).toEqual({
      ok: true,
      extensions: [
        { name: 'foo', parameters: [{ name: 'a', value: '1' }] },
        { name: 'bar', parameters: [] },
        { name: 'baz', parameters: [{ name: 'b', value: '2' }] },
      ],
    });
  });

  test.each([
    ['', "An extension's name is missing at character 1."],
    ['foo,', "An extension's name is missing at character 5."],
    ['foo;', "A parameter's name is missing at character 5."],
    ['foo; =1', "A parameter's name is missing at character 6."],
    ['foo; a=', 'The value of a is missing or is no token at character 8.'],
    ['foo; a="x y"', 'The value of a is missing or is no token at character 8.'],
    ['foo; a="x', 'The value of a is missing or is no token at character 8.'],
    ['foo bar', 'The list of extensions cannot be read from character 5 on.'],
    ['foo; a=1 2', 'The list of extensions cannot be read from character 10 on.'],
  ])('says where %j breaks the grammar', (header, message) => {
    expect(parseExtensions(header)).toEqual({ ok: false, message });
  });
});

describe('formatExtension', () => {
  test('writes parameters as a header has them', () => {
    const parameters = [
      { name: 'server_no_context_takeover', value: null },
      { name: 'client_max_window_bits', value: '12' },
    ];
    expect(formatExtension({ name: 'permessage-deflate', parameters })).toBe(
      'permessage-deflate; server_no_context_takeover; client_max_window_bits=12',
    );
  });
});
