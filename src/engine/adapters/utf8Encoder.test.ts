import { describe, expect, it } from 'vitest';
import { createUtf8Encoder } from './utf8Encoder.ts';

describe('createUtf8Encoder', () => {
  it.each([
    ['nothing', ''],
    ['ASCII', '{"n":1}'],
    ['other characters', 'Käse für 3 € 🧀'],
    ['the longest that stays in the scratch', '€'.repeat(21_845)],
    ['one that does not', '€'.repeat(21_846)],
    ['half a pair of surrogates', 'a\uD83Db'],
  ])('encodes %s as UTF-8', (_, text) => {
    const encode = createUtf8Encoder();
    encode('something before');
    expect(encode(text)).toEqual(new TextEncoder().encode(text));
  });
});
