import { expect, it } from 'vitest';
import { readToken } from './readToken.ts';

it.each([
  ['Zm9vYmFy', 'Zm9vYmFy'],
  ['  Zm9vYmFy\n', 'Zm9vYmFy'],
  ['http://127.0.0.1:4100/#token=Zm9vYmFy', 'Zm9vYmFy'],
  ['#token=Zm9vYmFy', 'Zm9vYmFy'],
  ['http://127.0.0.1:4100/#Zm9vYmFy', 'Zm9vYmFy'],
  ['', ''],
])('reads the token in %j', (text, token) => {
  expect(readToken(text)).toBe(token);
});
