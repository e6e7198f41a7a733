import { expect, it } from 'vitest';
import { messageName } from './messageName.ts';
import type { TypedMessage } from './profile.ts';

const nameOf = (text: string, mode: TypedMessage['mode'] = 'text') =>
  messageName({ mode, text, binaryEncoding: 'hex' });

it.each([
  ['{"action":"echo","data":"hi"}', 'echo'],
  ['{"data":{"action":"inner"},"type":"joinGroup"}', 'joinGroup'],
  ['{"type":"message","event":"tick","action":"subscribe"}', 'subscribe'],
  ['{"action":" ","event":"tick"}', 'tick'],
  ['{"action":7,"op":"unsubscribe"}', 'unsubscribe'],
  ['[42,"subscribe",{}]', 'subscribe'],
  [String.raw`{"type":"gr\u00fcezi\n  mitenand"}`, 'grüezi mitenand'],
])('names %s after what its JSON says it is', (text, name) => {
  expect(nameOf(text, 'json')).toBe(name);
});

it.each([
  ['Hello', 'Hello'],
  ['  one two\nthree\tfour five six ', 'one two three four five'],
  ['{"id":1}', '{"id":1}'],
  ['{"action":', '{"action":'],
  ['x'.repeat(40), `${'x'.repeat(32)}…`],
  [' \n', 'Empty message'],
])('names %j after its first words', (text, name) => {
  expect(nameOf(text)).toBe(name);
});

it('names bytes after how they are written', () => {
  expect(nameOf('48 65 6c 6c 6f 21', 'binary')).toBe('48 65 6c 6c 6f');
});
