import { expect, test } from 'vitest';
import { quoteCharacter } from './quoteCharacter.ts';

test.each([
  ['/', '“/”'],
  ['é', '“é”'],
  ['🔑', '“🔑”'],
  [' ', 'a space'],
  ['\t', 'a tab'],
  ['\r', 'a line break'],
  ['\x07', 'U+0007'],
  ['\u00a0', 'U+00A0'],
  ['\u200b', 'U+200B'],
  ['\u{e0001}', 'U+E0001'],
  ['\ud800', 'U+D800'],
])('names %j %s', (character, name) => {
  expect(quoteCharacter(character)).toBe(name);
});
