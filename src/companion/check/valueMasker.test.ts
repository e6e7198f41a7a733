import { describe, expect, it } from 'vitest';
import { createMasker, maskStrings } from './valueMasker.ts';

describe('createMasker', () => {
  it.each([
    ['plain', 's3cr/t+K=y&', 'key is s3cr/t+K=y& here', 'key is ••• here'],
    ['in another case', 'SwordFish', 'host swordfish.example.com', 'host •••.example.com'],
    ['percent-encoded', 's3cr/t+K=y&', 'k=s3cr%2Ft%2bK%3Dy%26;', 'k=•••;'],
    ['percent-encoded in part', 's3cr/t+K=y&', 'k=s3cr/t%2BK=y%26', 'k=•••'],
    ['percent-encoded twice', 'a/b/c', 'to=%252Fx%253Fk%253Da%25252Fb%25252Fc', 'to=%252Fx%253Fk%253D•••'],
    ['with a space as +', 'sword fish', 'k=sword+fish', 'k=•••'],
    ['as UTF-8 in percent signs', 'schlüssel', 'k=schl%C3%BCssel', 'k=•••'],
    ['as Latin-1 in percent signs', 'schlüssel', 'k=schl%FCssel', 'k=•••'],
    ['as UTF-8 read as Latin-1', 'schlüssel', 'k: schlÃ¼ssel', 'k: •••'],
    ['escaped in JSON', 'a"b/c', '{"k":"a\\"b\\/c"}', '{"k":"•••"}'],
    ['escaped in JSON by number', 'a&bc', '{"k":"a\\u0026bc"}', '{"k":"•••"}'],
    ['escaped in HTML', 'a&b<c', '<p>a&amp;b&#60;c &#x61;&b&lt;c</p>', '<p>••• •••</p>'],
    ['in base64', 'swordfish', 'Basic c3dvcmRmaXNo!', 'Basic •••!'],
    [
      'in base64 behind a name',
      'swordfish',
      `Basic ${btoa('ann:swordfish')} ${btoa('an:swordfish')}`,
      'Basic YW5uOn••• YW46•••',
    ],
    ['in base64url', '>>>???>>>', 'Pj4-Pz8_Pj4-', '•••'],
    ['in hex', 'swordfish', '0x73776F726466697368', '0x•••'],
    ['cut off at the end', 'swordfish', 'It begins: swordf', 'It begins: •••'],
    ['cut off where an ellipsis says so', 'swordfish', '“swordf…” and more', '“•••…” and more'],
  ])('masks a secret that is %s', (_, secret, text, masked) => {
    expect(createMasker([secret])(text)).toBe(masked);
  });

  it('masks the longer of two secrets whole', () => {
    expect(createMasker(['sword', 'swordfish'])('swordfish sword')).toBe('••• •••');
  });

  it('leaves a secret of three characters alone, and the empty one', () => {
    expect(createMasker(['abc', ''])('abc')).toBe('abc');
  });

  it('leaves a text without secrets as it is', () => {
    const text = 'HTTP/1.1 401 Access Denied {"statusCode": 401} …';
    expect(createMasker(['swordfish'])(text)).toBe(text);
    expect(createMasker([])(text)).toBe(text);
  });
});

it('maskStrings masks every string of a value and leaves the rest', () => {
  const value = { a: 'swordfish', b: [1, null, { c: 'x swordfish' }], d: true };
  expect(maskStrings(value, createMasker(['swordfish']))).toEqual({
    a: '•••',
    b: [1, null, { c: 'x •••' }],
    d: true,
  });
});

it('is quick with long tokens and long texts', () => {
  const token = 'eyJhbGciOiJIUzI1NiJ9.'.repeat(100);
  const text = 'eyJhbGciOiJIUzI1NiJ9…'.repeat(3_000);
  const began = performance.now();
  expect(createMasker([token])(`${text}${token}`)).toMatch(/•••$/);
  expect(performance.now() - began).toBeLessThan(2_000);
});
