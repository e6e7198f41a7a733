import { expect, it } from 'vitest';
import { cutFragments } from './cutFragments.ts';

it.each<[string, number | null, readonly string[]]>([
  ['', 3, ['']],
  ['abc', 3, ['abc']],
  ['abcd', 3, ['abc', 'd']],
  ['abcdef', 3, ['abc', 'def']],
  ['abcdefg', 3, ['abc', 'def', 'g']],
  ['abcdefg', null, ['abcdefg']],
])('cuts %j at %s bytes into %j', (text, maxFrameBytes, fragments) => {
  expect(cutFragments(Buffer.from(text), maxFrameBytes).map(String)).toEqual(fragments);
});

it('cuts within a character when that is where a frame ends', () => {
  const fragments = cutFragments(Buffer.from('aé'), 2);
  expect(fragments.map((fragment) => fragment.toString('hex'))).toEqual(['61c3', 'a9']);
});
