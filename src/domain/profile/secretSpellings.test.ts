import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allSpellings, plainSpellings } from './secretSpellings.ts';

const VALUE = 'a+b/c=d&"é';

describe('plainSpellings', () => {
  it('has a value as it stands in text, query, path and JSON', () => {
    expect(plainSpellings(VALUE)).toEqual([
      VALUE,
      'a+b/c=d%26%22%C3%A9',
      'a+b/c=d&%22%C3%A9',
      'a+b/c=d&\\"é',
    ]);
  });

  it('has the path form that URL makes of any value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (value) => {
        // Dots alone, tabs and line breaks vanish from a URL; what ends the path is no part of it.
        fc.pre(!/^\.+$|[\t\n\r?#\\/%]/.test(value));
        const { pathname } = new URL(`ws://host/-${value}-`);
        expect(plainSpellings(value).some((spelling) => pathname === `/-${spelling}-`)).toBe(true);
      }),
    );
  });
});

describe('allSpellings', () => {
  it.each([
    ['as a component', 'a%2Bb%2Fc%3Dd%26%22%C3%A9'],
    ['in lower case', 'a%2bb%2fc%3dd%26%22%c3%a9'],
    ['encoded twice', 'a%252Bb%252Fc%253Dd%2526%2522%25C3%25A9'],
    ['in JSON with slashes escaped', 'a+b\\/c=d&\\"é'],
    ['in JSON of ASCII', 'a+b/c=d\\u0026\\"\\u00e9'],
    ['in HTML', 'a+b/c=d&amp;&quot;é'],
    ['in JSON in JSON', 'a+b/c=d&\\\\\\"é'],
  ])('has a value %s', (_how, spelling) => {
    expect(allSpellings(VALUE)).toContain(spelling);
  });

  it('has one spelling of what every writer leaves as it is', () => {
    expect(allSpellings('hunter22')).toEqual(['hunter22']);
  });
});
