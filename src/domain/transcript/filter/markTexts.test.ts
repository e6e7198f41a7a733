import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markTexts } from './markTexts.ts';
import { parseFilter } from './parseFilter.ts';
import { soughtTexts } from './soughtTexts.ts';

function marked(expression: string, text: string): string {
  const parsed = parseFilter(expression);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return markTexts(text, soughtTexts(parsed.node))
    .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join('');
}

describe('markTexts', () => {
  test.each([
    ['echo', 'Echo, echo', '[Echo], [echo]'],
    ['case:echo', 'Echo, echo', 'Echo, [echo]'],
    ['é', 'Élan', '[É]lan'],
    ['a.c', 'abc a.c', 'abc [a.c]'],
    ['ab bc', 'abcd', '[ab][c]d'],
    ['a or not b', 'ab', '[a]b'],
    ['-(a b)', 'ab', 'ab'],
    ['/b/', 'abc', 'abc'],
    ['$.action == "echo"', '{"action":"echo"}', '{"action":"[echo]"}'],
    ['$.action contains "ECHO"', '{"action":"echo"}', '{"action":"[echo]"}'],
    ['$.action != "echo"', '{"action":"echo"}', '{"action":"echo"}'],
    ['kind:text', 'text', 'text'],
    ['', 'text', 'text'],
  ])('%s in %s: %s', (expression, text, expected) => {
    expect(marked(expression, text)).toBe(expected);
  });

  test('loses nothing of the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ minLength: 1, maxLength: 2 })), (text, sought) => {
        const terms = sought.map((text) => ({ kind: 'text', text, isCaseSensitive: false }) as const);
        const parts = markTexts(text, soughtTexts({ kind: 'or', parts: terms }));
        expect(parts.map((part) => part.text).join('')).toBe(text);
      }),
    );
  });
});
