import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assertNever } from '../../assertNever.ts';
import type { FilterNode } from './filterNode.ts';
import { parseFilter } from './parseFilter.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** 22 November 2026, as UTC. */
const DATE = Date.UTC(2026, 10, 22);

function text(text: string): FilterNode {
  return { kind: 'text', text, isCaseSensitive: false };
}

function nodeOf(expression: string): FilterNode | null {
  const parsed = parseFilter(expression);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.node;
}

describe('parseFilter', () => {
  test.each<[string, FilterNode | null]>([
    ['', null],
    ['  ', null],
    ['hello', text('hello')],
    ['"hello world"', text('hello world')],
    [String.raw`"say \"hi\" in C:\\"`, text(String.raw`say "hi" in C:\ `.trim())],
    ['case:Echo', { kind: 'text', text: 'Echo', isCaseSensitive: true }],
    ['case:"Two Words"', { kind: 'text', text: 'Two Words', isCaseSensitive: true }],
    ['/fo+ bar/i', { kind: 'pattern', source: 'fo+ bar', flags: 'i' }],
    ['/[/]\\//gsy', { kind: 'pattern', source: '[/]\\/', flags: 's' }],
    ['direction:sent', { kind: 'direction', direction: 'sent' }],
    ['Direction:RECEIVED', { kind: 'direction', direction: 'received' }],
    ['kind:ping', { kind: 'kinds', kinds: ['ping'] }],
    ['kind:text,pong', { kind: 'kinds', kinds: ['text', 'pong'] }],
    ['kind:control', { kind: 'kinds', kinds: ['close', 'ping', 'pong', 'opened', 'ended'] }],
    ['size:200', { kind: 'size', from: 200, to: 200 }],
    ['size:>1kB', { kind: 'size', from: 1001, to: Infinity }],
    ['size:>=1.5KiB', { kind: 'size', from: 1536, to: Infinity }],
    ['size:<10', { kind: 'size', from: 0, to: 9 }],
    ['size:<=2MB', { kind: 'size', from: 0, to: 2_000_000 }],
    ['size:10..200', { kind: 'size', from: 10, to: 200 }],
    ['size:1kB..', { kind: 'size', from: 1000, to: Infinity }],
    ['time:12:05', { kind: 'clock', from: 12 * HOUR + 5 * MINUTE, to: 12 * HOUR + 6 * MINUTE }],
    ['time:12:01..12:05', { kind: 'clock', from: 12 * HOUR + MINUTE, to: 12 * HOUR + 6 * MINUTE }],
    ['time:23:50..00:10', { kind: 'clock', from: 23 * HOUR + 50 * MINUTE, to: 11 * MINUTE }],
    ['time:..0:00:07', { kind: 'clock', from: 0, to: 8000 }],
    ['time:0:00:07.25', { kind: 'clock', from: 7250, to: 7260 }],
    ['time:2026-11-22', { kind: 'date', from: DATE, to: DATE + DAY }],
    ['time:2026-11-21..2026-11-22T12:00', { kind: 'date', from: DATE - DAY, to: DATE + 12 * HOUR + MINUTE }],
    ['after:2026-11-22T12:01', { kind: 'date', from: DATE + 12 * HOUR + MINUTE, to: Infinity }],
    ['after:12:01', { kind: 'clock', from: 12 * HOUR + MINUTE, to: DAY }],
    ['before:12:01', { kind: 'clock', from: 0, to: 12 * HOUR + MINUTE }],
    ['last:5m', { kind: 'last', ms: 5 * MINUTE }],
    ['last:250ms', { kind: 'last', ms: 250 }],
  ])('reads %j', (expression, node) => {
    expect(nodeOf(expression)).toEqual(node);
  });

  test.each<[string, object, object]>([
    ['$.action', [{ kind: 'member', name: 'action' }], { kind: 'exists' }],
    ['$.a-b.$c exists', [member('a-b'), member('$c')], { kind: 'exists' }],
    ['$.items[0].id > 3', [member('items'), { kind: 'item', index: 0 }, member('id')], than('>', '3')],
    ['$[-1]', [{ kind: 'item', index: -1 }], { kind: 'exists' }],
    [
      '$.items[*].id==12345678901234567890',
      [member('items'), { kind: 'each' }, member('id')],
      than('==', '12345678901234567890'),
    ],
    ['$.*', [{ kind: 'each' }], { kind: 'exists' }],
    [`$["two words"]['it\\'s "q"']`, [member('two words'), member(`it's "q"`)], { kind: 'exists' }],
    [
      '$.a = "é\\u00e9"',
      [member('a')],
      { kind: 'compare', operator: '==', value: { kind: 'string', text: 'éé' } },
    ],
    ["$.a != 'x'", [member('a')], { kind: 'compare', operator: '!=', value: { kind: 'string', text: 'x' } }],
    ['$.a <= -1.5e3', [member('a')], than('<=', '-1.5e3')],
    [
      '$.a === true',
      [member('a')],
      { kind: 'compare', operator: '==', value: { kind: 'word', text: 'true' } },
    ],
    ['$.a contains "x"', [member('a')], { kind: 'contains', value: { kind: 'string', text: 'x' } }],
    ['$ == null', [], { kind: 'compare', operator: '==', value: { kind: 'word', text: 'null' } }],
  ])('reads the condition %s', (expression, path, testOf) => {
    expect(nodeOf(expression)).toEqual({ kind: 'json', condition: { path, test: testOf } });
  });

  test.each([
    '{"action":"echo"}',
    '"message":9999}',
    '/api/users',
    '/only',
    'f(x)',
    ':)',
    '->',
    '-5',
    '--',
    '$5',
    '"open',
    '""',
    'http://x/y?a=b',
    'status:200',
    'and',
    'or',
    'not',
    'constructor:x',
    'AND',
  ])('takes %s as it stands', (expression) => {
    expect(nodeOf(expression)).toEqual(text(expression));
  });

  test.each<[string, FilterNode]>([
    ['a b', { kind: 'and', parts: [text('a'), text('b')] }],
    ['a and b', { kind: 'and', parts: [text('a'), text('b')] }],
    ['a or b', { kind: 'or', parts: [text('a'), text('b')] }],
    ['a b or c', { kind: 'or', parts: [{ kind: 'and', parts: [text('a'), text('b')] }, text('c')] }],
    ['a (b or c)', { kind: 'and', parts: [text('a'), { kind: 'or', parts: [text('b'), text('c')] }] }],
    ['not a b', { kind: 'and', parts: [{ kind: 'not', part: text('a') }, text('b')] }],
    ['-a', { kind: 'not', part: text('a') }],
    ['-"a b"', { kind: 'not', part: text('a b') }],
    ['-(a OR b)', { kind: 'not', part: { kind: 'or', parts: [text('a'), text('b')] } }],
    ['NOT not a', { kind: 'not', part: { kind: 'not', part: text('a') } }],
    ['(f(x))', text('f(x)')],
  ])('joins %s', (expression, node) => {
    expect(nodeOf(expression)).toEqual(node);
  });

  test.each<[string, number, number, RegExp]>([
    ['x size:>abc', 8, 11, /^A size is a number/],
    ['size:>', 5, 6, /^A size is a number/],
    ['size:..', 5, 7, /^A size is a number/],
    ['size:', 0, 5, /^After size: comes a size/],
    ['size:200..10', 5, 12, /^The smaller size has to come first\.$/],
    ['kind:text,foo', 10, 13, /^A kind is text, binary, ping/],
    ['direction:up', 10, 12, /^A direction is sent or received\.$/],
    ['time:25:00', 5, 10, /^A time is written as the log shows it/],
    ['time:12:00..2026-11-22', 5, 22, /^Both ends have to name their day, or neither\.$/],
    ['time:2026-02-30', 5, 15, /^A time is written/],
    ['time:2026-11-22..2026-11-21', 5, 27, /^The earlier time has to come first\.$/],
    ['last:5', 5, 6, /^A duration is a number with/],
    ['a /(/', 2, 5, /^This regular expression is not valid: .+\.$/],
    ['a or', 2, 4, /^“or” needs something on its right\.$/],
    ['or b', 0, 2, /^“or” needs something on its left\.$/],
    ['a and or b', 6, 8, /^“or” needs something on its left\.$/],
    ['a not', 2, 5, /^“not” needs something on its right\.$/],
    ['a ()', 2, 4, /^There is nothing between these parentheses\.$/],
    ['(a and)', 3, 6, /^“and” needs something on its right\.$/],
    ['x (a', 2, 3, /^This parenthesis is not closed\.$/],
    ['(', 0, 1, /^This parenthesis is not closed\.$/],
    ['$.action == echo', 12, 16, /^After == comes a text in quotes/],
    ['$.action == "echo', 12, 17, /^This quote is not closed\.$/],
    ['$.a contains ', 4, 12, /^After contains comes a text in quotes/],
    ['$.', 1, 2, /^A name is missing after the dot/],
    ['$.a[x]', 3, 6, /^Brackets hold the number of an item/],
    [String.raw`$.a == "\q"`, 7, 11, /^This text has an escape/],
    [`${'('.repeat(200)}a`, 101, 102, /^This is nested too deeply\.$/],
  ])('says what is wrong with %s, and where', (expression, start, end, message) => {
    expect(parseFilter(expression)).toEqual({
      ok: false,
      problem: { start, end, message: expect.stringMatching(message) as string },
    });
  });

  test('reads whatever is typed, or says where it is wrong', () => {
    const piece = fc.constantFrom(
      ...'and|or|not|(|)|-|"|/|$|.|[|]|$.a|==|size:|>|..|1|kB|time:|12:|kind:|text|\\|a|é|🔑| |  '.split('|'),
    );
    const typed = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(typed, (expression) => {
        const parsed = parseFilter(expression);
        if (parsed.ok) return;
        const { start, end, message } = parsed.problem;
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(expression.length);
        expect(message).toMatch(/^[A-Z“].*[.\]]$/s);
      }),
      { numRuns: 5000 },
    );
  });

  test('reads back what it means', () => {
    fc.assert(
      fc.property(nodes, (node) => {
        expect(nodeOf(write(node))).toEqual(flatten(node));
      }),
    );
  });
});

function member(name: string): object {
  return { kind: 'member', name };
}

function than(operator: string, number: string): object {
  return { kind: 'compare', operator, value: { kind: 'number', text: number } };
}

const term: fc.Arbitrary<FilterNode> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    text: fc.string({ minLength: 1 }),
    isCaseSensitive: fc.boolean(),
  }),
  fc.constantFrom<FilterNode>({ kind: 'direction', direction: 'sent' }, { kind: 'kinds', kinds: ['pong'] }),
  fc.record({
    kind: fc.constant('size' as const),
    from: fc.nat(100),
    to: fc.integer({ min: 100, max: 200 }),
  }),
  fc.record({
    kind: fc.constant('json' as const),
    condition: fc.record({
      path: fc.array(
        fc.oneof(
          fc.record({ kind: fc.constant('member' as const), name: fc.string() }),
          fc.record({ kind: fc.constant('item' as const), index: fc.integer({ min: -3, max: 9 }) }),
          fc.constant({ kind: 'each' as const }),
        ),
        { minLength: 1 },
      ),
      test: fc.record({
        kind: fc.constant('compare' as const),
        operator: fc.constantFrom('==', '!=', '<', '<=', '>', '>='),
        value: fc.oneof(
          fc.record({ kind: fc.constant('string' as const), text: fc.string() }),
          fc.record({ kind: fc.constant('number' as const), text: fc.integer().map(String) }),
        ),
      }),
    }),
  }),
);

const { node: nodes } = fc.letrec<{ node: FilterNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    term,
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), part: tie('node') }),
  ),
}));

/** An expression that means the node, with parentheses around everything. */
function write(node: FilterNode): string {
  switch (node.kind) {
    case 'and':
    case 'or':
      return `(${node.parts.map(write).join(node.kind === 'and' ? ' ' : ' or ')})`;
    case 'not':
      return `not (${write(node.part)})`;
    case 'text': {
      const quoted = `"${node.text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
      return node.isCaseSensitive ? `case:${quoted}` : quoted;
    }
    case 'direction':
      return `direction:${node.direction}`;
    case 'kinds':
      return `kind:${node.kinds.join(',')}`;
    case 'size':
      return `size:${node.from}..${node.to}B`;
    case 'json': {
      const path = node.condition.path.map((step) => {
        if (step.kind === 'member') return `[${JSON.stringify(step.name)}]`;
        return step.kind === 'each' ? '[*]' : `[${step.index}]`;
      });
      if (node.condition.test.kind !== 'compare') throw new Error('Not generated.');
      const { operator, value } = node.condition.test;
      return `$${path.join('')} ${operator} ${value.kind === 'string' ? JSON.stringify(value.text) : value.text}`;
    }
    case 'pattern':
    case 'clock':
    case 'date':
    case 'last':
      throw new Error(`${node.kind} is not generated.`);
    default:
      return assertNever(node);
  }
}

/** Parentheses leave no trace. */
function flatten(node: FilterNode): FilterNode {
  if (node.kind === 'and' || node.kind === 'or') return { ...node, parts: node.parts.map(flatten) };
  return node.kind === 'not' ? { ...node, part: flatten(node.part) } : node;
}
