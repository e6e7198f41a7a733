import type { ConditionNeed } from './messageCondition.ts';
import type { TranslatedExpectation } from './translateExpectations.ts';

/** What the test of some expectations has to note, and what it calls. */
export type TestNeeds = ReadonlySet<TestNeed>;

type TestNeed =
  | ConditionNeed
  | 'opens'
  | 'messages'
  | 'closes'
  /** When the messages went that others are expected after. */
  | 'sentAt'
  /** The clock of a page is its own: it has to say when it began. */
  | 'startedAt';

export function needsOf(
  expectations: readonly TranslatedExpectation[],
  others: readonly TestNeed[] = [],
): TestNeeds {
  const needs = new Set<TestNeed>(others);
  for (const expected of expectations) {
    if (expected.kind === 'opens' || expected.kind === 'closes') needs.add(expected.kind);
    if (expected.kind !== 'message') continue;
    needs.add('messages');
    if (expected.after !== '') needs.add('sentAt');
    for (const need of expected.condition.needs) needs.add(need);
  }
  return needs;
}

/** The types and constants above the test. */
export function declarationLines(needs: TestNeeds): readonly string[] {
  const hasMessages = needs.has('messages');
  const hasCloses = needs.has('closes');
  if (!hasMessages && !hasCloses && !needs.has('opens') && !needs.has('startedAt')) return [];
  return [
    ...(hasMessages || hasCloses
      ? [`/** Polling looks at what came in time a little later, ms. */`, `const GRACE_MS = 1_500;`, ``]
      : []),
    `/** Times in ms. */`,
    `interface Seen {`,
    ...(needs.has('startedAt') ? [`  startedAt: number;`] : []),
    `  openedAt: number;`,
    ...(hasMessages ? [`  messages: Message[];`] : []),
    ...(hasCloses ? [`  closedAt: number;`, `  closeCode: number;`] : []),
    `}`,
    ``,
    ...(hasMessages
      ? [
          `interface Message {`,
          `  at: number;`,
          `  text: string;`,
          ...(needs.has('isBinary') ? [`  isBinary: boolean;`] : []),
          ...(needs.has('size') ? [`  size: number;`] : []),
          `}`,
          ``,
        ]
      : []),
  ];
}

/** The functions below the test. */
export function helperLines(needs: TestNeeds): readonly string[] {
  return [
    ...(needs.has('messages') ? MESSAGE_COMES : []),
    ...(needs.has('values') ? VALUES : []),
    ...(needs.has('contains') ? CONTAINS : []),
  ];
}

const MESSAGE_COMES: readonly string[] = [
  ``,
  `interface Expected {`,
  `  what: string;`,
  `  since: number;`,
  `  withinMs: number;`,
  `  matches: (message: Message) => boolean;`,
  `}`,
  ``,
  `async function messageComes(`,
  `  look: () => Seen | Promise<Seen>,`,
  `  { what, since, withinMs, matches }: Expected,`,
  `) {`,
  `  await expect`,
  `    .poll(`,
  `      async () => {`,
  `        const { messages } = await look();`,
  `        return messages.filter(({ at }) => at >= since && at <= since + withinMs).some(matches);`,
  `      },`,
  `      { message: what, timeout: withinMs + GRACE_MS },`,
  `    )`,
  `    .toBe(true);`,
  `}`,
];

const VALUES: readonly string[] = [
  ``,
  `/** What a path leads to in a text of JSON; null stands for every item or member, -1 for the last item. */`,
  `function values(text: string, ...path: (string | number | null)[]): unknown[] {`,
  `  let found: unknown[];`,
  `  try {`,
  `    found = [JSON.parse(text)];`,
  `  } catch {`,
  `    return [];`,
  `  }`,
  `  for (const step of path) {`,
  `    found = found.flatMap((value): unknown[] => {`,
  `      if (typeof value !== 'object' || value === null) return [];`,
  `      if (step === null) return Object.values(value);`,
  `      if (typeof step === 'number') return Array.isArray(value) ? at(value, step) : [];`,
  `      const members = Array.isArray(value) ? [] : Object.entries(value);`,
  `      return members.filter(([name]) => name === step).map(([, member]) => member);`,
  `    });`,
  `  }`,
  `  return found;`,
  `}`,
  ``,
  `function at(items: unknown[], index: number): unknown[] {`,
  `  return items.filter((_item, each) => each === (index < 0 ? items.length + index : index));`,
  `}`,
];

const CONTAINS: readonly string[] = [
  ``,
  `/** Of a text, the case of letters does not count. */`,
  `function contains(value: unknown, wanted: unknown): boolean {`,
  `  if (Array.isArray(value)) return value.includes(wanted);`,
  `  if (typeof value !== 'string' || typeof wanted !== 'string') return false;`,
  `  return value.toLowerCase().includes(wanted.toLowerCase());`,
  `}`,
];
