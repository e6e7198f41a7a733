import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinQuery, splitQuery } from './queryText.ts';

describe('splitQuery', () => {
  it.each([
    [
      'a=1&b=2',
      [
        { name: 'a', value: '1' },
        { name: 'b', value: '2' },
      ],
    ],
    ['q=two%20words', [{ name: 'q', value: 'two words' }]],
    ['q=caf%C3%A9', [{ name: 'q', value: 'café' }]],
    ['q=a%26b', [{ name: 'q', value: 'a&b' }]],
    ['key=c2VjcmV0==', [{ name: 'key', value: 'c2VjcmV0==' }]],
    ['a%3Db=1', [{ name: 'a=b', value: '1' }]],
    ['chat', [{ name: '', value: 'chat' }]],
    ['empty=', [{ name: 'empty', value: '' }]],
    ['=v', [{ name: '', value: '=v' }]],
    ['', []],
  ])('reads %s', (query, pairs) => {
    expect(splitQuery(query)).toEqual(pairs);
  });

  it.each(['a%2Bb', 'a+b', '%2541', 'a%2fb', '%C3', '%0A', '%E2%80%AE', 'a/b?c:d@e'])(
    'leaves %s as it stands, because decoding would lose how it was written',
    (value) => {
      expect(splitQuery(`v=${value}`)).toEqual([{ name: 'v', value }]);
    },
  );
});

describe('joinQuery', () => {
  it.each([
    ['two words', 'two%20words'],
    ['a&b#c', 'a%26b%23c'],
    ['100%', '100%25'],
    ['100%25', '100%25'],
    ['a+b==', 'a+b=='],
    ['grüße', 'gr%C3%BC%C3%9Fe'],
    ["it's", 'it%27s'],
    ['line\nbreak', 'line%0Abreak'],
  ])('writes the value %j as %s', (value, written) => {
    expect(joinQuery([{ name: 'v', value }])).toBe(`v=${written}`);
  });

  it('leaves a signed AWS query as it is', () => {
    const query =
      'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20261122%2Feu-west-1%2Fexecute-api%2Faws4_request' +
      '&X-Amz-Date=20261122T120000Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Security-Token=a%2Bb%2Fc%3D%3D&X-Amz-Signature=0f';
    expect(joinQuery(splitQuery(query))).toBe(query);
  });

  it('gives every valid query back', () => {
    const part = fc.stringMatching(/^(?:[!$(-;=?-~]|%[0-9A-Fa-f]{2})+$/);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const query = parts.join('&');
        expect(joinQuery(splitQuery(query))).toBe(query);
      }),
    );
  });

  it('says any text in a way that a URL keeps', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => {
        const query = joinQuery([{ name: 'v', value }]);
        expect(new URL(`wss://host/?${query}`).search).toBe(`?${query}`);
      }),
    );
  });

  it('says any text without + and % so that a server reads that text', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((value) => !/[+%]/.test(value));
    fc.assert(
      fc.property(text, (value) => {
        expect(new URLSearchParams(joinQuery([{ name: 'v', value }])).get('v')).toBe(value);
      }),
    );
  });
});
