import { describe, expect, it } from 'vitest';
import { createMessageMatcher } from './messageMatcher.ts';
import { parseFilter } from './parseFilter.ts';

function matches(expression: string, text: string, kind: 'text' | 'binary' = 'text'): boolean {
  const parsed = parseFilter(expression);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const matcher = createMessageMatcher(parsed.node, ({ source, flags }, tested) =>
    new RegExp(source, flags).test(tested),
  );
  return matcher({ direction: 'received', kind, payload: new TextEncoder().encode(text) });
}

describe('createMessageMatcher', () => {
  it.each([
    ['$.action == "echo"', '{"action":"echo"}', true],
    ['$.action == "echo"', '{"action":"ping"}', false],
    ['$.action == "echo"', 'action echo', false],
    ['hello', 'Hello', true],
    ['case:hello', 'Hello', false],
    ['"a b" -c', 'a b', true],
    ['"a b" -c', 'a b c', false],
    ['x or hello', 'hello', true],
    ['/^h.l+o$/', 'hello', true],
    ['direction:received kind:text', 'hello', true],
    ['direction:sent', 'hello', false],
    ['kind:binary', 'hello', false],
    ['size:>4', 'hello', true],
    ['size:>5', 'hello', false],
    ['last:1s before:00:00', 'hello', true],
    ['ÄÖ', 'äö', true],
    ['', 'anything', true],
  ])('%j of %j: %s', (expression, text, isMatch) => {
    expect(matches(expression, text)).toBe(isMatch);
  });
});
