import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assertNever } from '#domain/assertNever.ts';
import { ENTRY_KIND, NO_FILTER } from '#domain/transcript/entry.ts';
import type { EntryKind } from '#domain/transcript/entry.ts';
import type { FilterNode } from '#domain/transcript/filter/filterNode.ts';
import { createMessageMatcher } from '#domain/transcript/filter/messageMatcher.ts';
import { planFilter } from '#domain/transcript/filter/planFilter.ts';
import { createInProcessPatternWorker } from '../../testing/inProcessPatternWorker.ts';
import { TranscriptStore } from '../transcriptStore.ts';
import { createEntryScan } from './entryScan.ts';
import { VERDICT } from './verdict.ts';

interface Entry {
  readonly kind: EntryKind;
  readonly isSent: boolean;
  readonly time: number;
  readonly payload: string;
}

const NOW = 10_000;

async function matching(entries: readonly Entry[], node: FilterNode): Promise<number[]> {
  const store = new TranscriptStore();
  for (const { kind, isSent, time, payload } of entries) {
    store.append({
      kind: ENTRY_KIND[kind],
      isSent,
      time,
      payload: new TextEncoder().encode(payload),
      hasMore: false,
      isCompressed: false,
      frames: 1,
    });
  }
  const scan = createEntryScan(store, planFilter(node, NO_FILTER, NOW), createInProcessPatternWorker);
  const found: number[] = [];
  for (let first = 0; first < store.count;) {
    // One look after another, as the view does it.
    const look = await scan?.look(first);
    if (look?.kind !== 'looked') throw new Error(`The look ended as ${look?.kind}.`);
    for (let place = 0; place < look.count; place += 1) {
      if (look.verdicts[place] === VERDICT.yes) found.push(first + place);
    }
    first += look.count;
  }
  return found;
}

/** The same question, asked of one entry without any of the machinery. */
function isMatch(entry: Entry, node: FilterNode): boolean {
  const isEvent = entry.kind === 'opened' || entry.kind === 'ended';
  switch (node.kind) {
    case 'and':
      return node.parts.every((part) => isMatch(entry, part));
    case 'or':
      return node.parts.some((part) => isMatch(entry, part));
    case 'not':
      return !isMatch(entry, node.part);
    case 'text':
      return node.isCaseSensitive
        ? entry.payload.includes(node.text)
        : entry.payload.toLowerCase().includes(node.text.toLowerCase());
    case 'pattern':
      return new RegExp(node.source, node.flags).test(entry.payload);
    case 'direction':
      return !isEvent && entry.isSent === (node.direction === 'sent');
    case 'kinds':
      return node.kinds.includes(entry.kind);
    case 'size': {
      const { byteLength } = new TextEncoder().encode(entry.payload);
      return byteLength >= node.from && byteLength <= node.to;
    }
    case 'clock':
    case 'date':
      throw new Error('Local time is not generated.');
    case 'last':
      return entry.time >= NOW - node.ms;
    case 'json':
      try {
        return (JSON.parse(entry.payload) as Record<string, unknown>)['a'] === 'b';
      } catch {
        // No JSON: the condition is not fulfilled.
        return false;
      }
    default:
      return assertNever(node);
  }
}

const entry: fc.Arbitrary<Entry> = fc.record({
  kind: fc.constantFrom<EntryKind>('text', 'binary', 'ping', 'opened'),
  isSent: fc.boolean(),
  time: fc.integer({ min: 0, max: NOW }),
  payload: fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'B', 'é', 'É', '1', ' '), maxLength: 8 }),
    fc.constantFrom('{"a":"b"}', '{ "a" : "\\u0062" }', '{"a":"c"}', '{"b":"a"}'),
  ),
});

const jsonTerm: FilterNode = {
  kind: 'json',
  condition: {
    path: [{ kind: 'member', name: 'a' }],
    test: { kind: 'compare', operator: '==', value: { kind: 'string', text: 'b' } },
  },
};

const { node: nodes } = fc.letrec<{ node: FilterNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.record({
      kind: fc.constant('text' as const),
      text: fc.constantFrom('a', 'A', 'b', 'É', 'aé', 'é1', '"a"', ' '),
      isCaseSensitive: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('pattern' as const),
      source: fc.constantFrom('^a', 'é$', '\\d', 'b.a'),
      flags: fc.constantFrom('', 'i', 'u'),
    }),
    fc.constantFrom<FilterNode>(
      { kind: 'direction', direction: 'sent' },
      { kind: 'kinds', kinds: ['text', 'opened'] },
      { kind: 'size', from: 2, to: 5 },
      { kind: 'last', ms: 5_000 },
      jsonTerm,
    ),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), part: tie('node') }),
  ),
}));

describe('createEntryScan', () => {
  test('finds what each entry, asked by itself, answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 20 }), nodes, async (entries, node) => {
        const expected = entries.flatMap((entry, index) => (isMatch(entry, node) ? [index] : []));
        expect(await matching(entries, node)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  test('finds what the matcher of single messages does, which expectations are judged with elsewhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 20 }), nodes, async (entries, node) => {
        // A message that has just come.
        const messages = entries
          .filter(({ kind }) => kind === 'text' || kind === 'binary')
          .map((each) => ({ ...each, time: NOW }));
        const matches = createMessageMatcher(node, ({ source, flags }, text) =>
          new RegExp(source, flags).test(text),
        );
        const expected = messages.flatMap(({ kind, isSent, payload }, index) => {
          const direction = isSent ? 'sent' : 'received';
          return matches({ kind, direction, payload: new TextEncoder().encode(payload) }) ? [index] : [];
        });
        expect(await matching(messages, node)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['12:00 to 12:05', { kind: 'clock', from: 12, to: 12 + 5 / 60 }, [12, 12.04]],
    ['23:00 to 01:00, over midnight', { kind: 'clock', from: 23, to: 1 }, [0.5, 23.5]],
  ] as const)('takes %s for a time of any day', async (_, { kind, from, to }, expected) => {
    const HOUR_MS = 3_600_000;
    const midnight = new Date(2026, 10, 22).getTime();
    const hours = [0.5, 12, 12.04, 12.1, 23.5];
    const entries = hours.map((hour): Entry => ({
      kind: 'text',
      isSent: true,
      payload: '',
      time: midnight + hour * HOUR_MS,
    }));
    const found = await matching(entries, { kind, from: from * HOUR_MS, to: to * HOUR_MS });
    expect(found.map((index) => hours[index])).toEqual(expected);
  });

  test('takes local days', async () => {
    const dayOf = (day: number): Entry => ({
      kind: 'text',
      isSent: true,
      payload: '',
      time: new Date(2026, 10, day, 1).getTime(),
    });
    const from = Date.UTC(2026, 10, 22);
    expect(
      await matching([dayOf(21), dayOf(22), dayOf(23)], { kind: 'date', from, to: from + 86_400_000 }),
    ).toEqual([1]);
  });

  test('asks nothing where everything is shown', () => {
    const plan = planFilter(null, NO_FILTER, NOW);
    expect(createEntryScan(new TranscriptStore(), plan, createInProcessPatternWorker)).toBeNull();
  });
});
