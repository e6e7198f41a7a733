import * as fc from 'fast-check';
import { LosslessNumber } from 'lossless-json';
import { describe, expect, test } from 'vitest';
import { formatJson, parseJson } from './parseJson.ts';
import { MAX_JSON_DEPTH } from './readJson.ts';

describe('parseJson', () => {
  test.each([
    ['null', null],
    [' true\n', true],
    ['false', false],
    ['"caf\\u00e9 \\"\\\\\\n"', 'café "\\\n'],
    ['[]', []],
    ['{}', {}],
    ['{"a":[null,{"b":"c"}]}', { a: [null, { b: 'c' }] }],
  ])('reads %s', (text, value) => {
    expect(parseJson(text)).toEqual({ ok: true, value });
  });

  test.each(['0', '-0', '12345678901234567890', '1.10', '1e400', '-2.5E-3'])(
    'keeps the digits of %s',
    (source) => {
      expect(parseJson(source)).toEqual({ ok: true, value: new LosslessNumber(source) });
    },
  );

  test('lets the last of repeated names win', () => {
    expect(parseJson('{"a":"1","a":"2"}')).toEqual({ ok: true, value: { a: '2' } });
  });

  test('takes __proto__ as a name like any other', () => {
    const parsed = parseJson('{"__proto__":"x"}');
    expect(parsed.ok && Object.entries(parsed.value ?? {})).toEqual([['__proto__', 'x']]);
  });

  test.each([
    ['', 1, 1, 'The text ends where a value should stand.'],
    ['  \n ', 2, 2, 'The text ends where a value should stand.'],
    ['{"a":1', 1, 7, 'The text ends where a comma or “}” should stand.'],
    ['{"a":1,}', 1, 8, 'Here should stand a name in double quotes, not “}”.'],
    ['{a:1}', 1, 2, 'Here should stand a name in double quotes, not “a”.'],
    ["{'a':1}", 1, 2, "Here should stand a name in double quotes, not “'”."],
    ['{"a" 1}', 1, 6, 'Here should stand a colon after the name, not “1”.'],
    ['{"a":}', 1, 6, 'Here should stand a value, not “}”.'],
    ['{"a":1 "b":2}', 1, 8, 'Here should stand a comma or “}”, not “"”.'],
    ['[1,]', 1, 4, 'Here should stand a value, not “]”.'],
    ['[1 2]', 1, 4, 'Here should stand a comma or “]”, not “2”.'],
    ['[1}', 1, 3, 'Here should stand a comma or “]”, not “}”.'],
    ['{} {}', 1, 4, 'The JSON value has ended, but more text follows.'],
    [
      'True',
      1,
      1,
      '“True” is no value in JSON: a text stands in double quotes, and the words are true, false and null.',
    ],
    [
      '{\n  "x": undefined\n}',
      2,
      8,
      '“undefined” is no value in JSON: a text stands in double quotes, and the words are true, false and null.',
    ],
    [
      '[NaN]',
      1,
      2,
      '“NaN” is no value in JSON: a text stands in double quotes, and the words are true, false and null.',
    ],
    ['01', 1, 1, '“01” is no number in JSON: it may not begin with 0.'],
    ['.5', 1, 1, '“.5” is no number in JSON.'],
    ['1.', 1, 1, '“1.” is no number in JSON.'],
    ['+1', 1, 1, '“+1” is no number in JSON.'],
    ['-', 1, 1, '“-” is no number in JSON.'],
    ['1e', 1, 1, '“1e” is no number in JSON.'],
    ['12px', 1, 1, '“12px” is no number in JSON.'],
    ['["a\nb"]', 1, 4, 'A string cannot hold a line break itself: write it as an escape.'],
    ['"a\\x"', 1, 3, 'After “\\” only " \\ / b f n r t or u and four hex digits may stand.'],
    ['"\\u12g4"', 1, 2, 'After “\\” only " \\ / b f n r t or u and four hex digits may stand.'],
    ['["é🔑", "open', 1, 8, 'This string has no closing quote.'],
    ['[\r\n1,\r\n/* two */ 2]', 3, 1, 'Here should stand a value, not “/”.'],
  ])('says where and why it cannot read %j', (text, line, column, message) => {
    expect(parseJson(text)).toEqual({ ok: false, message, line, column });
  });

  test('reads up to its depth and no deeper', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(parseJson(nested(MAX_JSON_DEPTH)).ok).toBe(true);
    expect(parseJson(nested(MAX_JSON_DEPTH + 1))).toEqual({
      ok: false,
      message: 'Nested deeper than 500 levels.',
      line: 1,
      column: 501,
    });
  });

  test('reads a string of many megabytes', () => {
    const long = 'é'.repeat(20_000_000);
    expect(parseJson(`"${long}"`)).toEqual({ ok: true, value: long });
  });

  test('accepts what JSON.parse accepts, and nothing else', () => {
    const fragment = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      '"a"',
      '1',
      '-',
      '.5',
      'e1',
      'null',
      ' ',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 8 }), (fragments) => {
        const text = fragments.join('');
        expect(parseJson(text).ok).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('formatJson', () => {
  test('indents and keeps order, repeated names, digits and escapes', () => {
    expect(formatJson('{"10":1.0,"2":[],"2":{},"t":["\\u00e9",{"x":null}]}')).toEqual({
      ok: true,
      text: [
        '{',
        '  "10": 1.0,',
        '  "2": [],',
        '  "2": {},',
        '  "t": [',
        '    "\\u00e9",',
        '    {',
        '      "x": null',
        '    }',
        '  ]',
        '}',
      ].join('\n'),
    });
  });

  test('indents any value as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const pretty = JSON.stringify(value, null, 2);
        expect(formatJson(JSON.stringify(value))).toEqual({ ok: true, text: pretty });
      }),
    );
  });

  test('reports a problem as parseJson does', () => {
    expect(formatJson('[')).toEqual(parseJson('['));
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
