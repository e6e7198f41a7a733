import { describe, expect, it } from 'vitest';
import { parseFilter } from '../../transcript/filter/parseFilter.ts';
import { messageCondition } from './messageCondition.ts';

function conditionOf(filter: string): string {
  const parsed = parseFilter(filter);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const condition = messageCondition(parsed.node);
  return condition.ok ? condition.expression : `left out: ${condition.reason}`;
}

describe('messageCondition', () => {
  it.each([
    ['"not found"', '/not found/i.test(text)'],
    ['case:a.b', String.raw`/a\.b/.test(text)`],
    ['größe', '/größe/iu.test(text)'],
    ['/id:\\s*\\d+/i', String.raw`/id:\s*\d+/i.test(text)`],
    ['a\u202eb', String.raw`/a\u202eb/iu.test(text)`],
    ['/a\\\u202eb/', String.raw`/a\u202eb/.test(text)`],
    ['\u{e0041}', String.raw`/\udb40\udc41/iu.test(text)`],
  ])('writes what is looked for in %s', (filter, expression) => {
    expect(conditionOf(filter)).toBe(expression);
  });

  it.each([
    ['$.action == "it\'s"', String.raw`values(text, 'action').includes('it\'s')`],
    [
      '$.items[-1].id > 3',
      `values(text, 'items', -1, 'id').some((value) => typeof value === 'number' && value > 3)`,
    ],
    ['$.at <= "2026"', `values(text, 'at').some((value) => typeof value === 'string' && value <= '2026')`],
    ['$[*].ok != true', `values(text, null, 'ok').some((value) => value !== true)`],
    ['$["a b"] exists', `values(text, 'a b').length > 0`],
    ['$.tags contains "new"', `values(text, 'tags').some((value) => contains(value, 'new'))`],
    ['$.n == -0', `values(text, 'n').includes(0)`],
    ['$.n == 1.50e2', `values(text, 'n').includes(150)`],
    ['$.n > null', 'false'],
    ['$.n == 9007199254740993', 'left out: JavaScript does not keep the number 9007199254740993 as it is'],
  ])('writes what JSON has to hold in %s', (filter, expression) => {
    expect(conditionOf(filter)).toBe(expression);
  });

  it.each([
    ['kind:text', '!isBinary'],
    ['-kind:text', 'isBinary'],
    ['kind:data', 'true'],
    ['kind:ping', 'false'],
    ['direction:received a', '/a/i.test(text)'],
    ['direction:sent or a', '/a/i.test(text)'],
    ['direction:sent a', 'false'],
    ['last:5m', 'true'],
    ['size:>1kB', 'size >= 1_001'],
    ['size:10..200 or a', '(size >= 10 && size <= 200) || /a/i.test(text)'],
    ['-(a or b) c', '!(/a/i.test(text) || /b/i.test(text)) && /c/i.test(text)'],
    ['a (b or c)', '/a/i.test(text) && (/b/i.test(text) || /c/i.test(text))'],
  ])('writes what a message has to be in %s', (filter, expression) => {
    expect(conditionOf(filter)).toBe(expression);
  });
});
