import { describeExpectation } from '../../expectation/describeExpectation.ts';
import type { ExpectedOutcome } from '../../expectation/expectation.ts';
import { parseFilter } from '../../transcript/filter/parseFilter.ts';
import { messageCondition, type MessageCondition } from './messageCondition.ts';
import type { SnippetExpectation } from './snippetRequest.ts';

/** An expectation that a test can look for. */
export type TranslatedExpectation = { readonly description: string } & (
  | Exclude<ExpectedOutcome, { kind: 'message' }>
  | (Extract<ExpectedOutcome, { kind: 'message' }> & {
      readonly condition: Extract<MessageCondition, { ok: true }>;
    })
);

export interface TranslatedExpectations {
  readonly translated: readonly TranslatedExpectation[];
  /** On each of the others, a sentence. */
  readonly leftOut: readonly string[];
}

export function translateExpectations(expectations: readonly SnippetExpectation[]): TranslatedExpectations {
  const translated: TranslatedExpectation[] = [];
  const leftOut: string[] = [];
  expectations.forEach(({ expected, obstacle }, index) => {
    const translation = obstacle ?? translate(expected);
    if (typeof translation !== 'string') translated.push(translation);
    else leftOut.push(`Expectation ${index + 1} of the profile is left out: ${translation}.`);
  });
  return { translated, leftOut };
}

/** Or why it cannot be: a part of a sentence. */
function translate(expected: ExpectedOutcome): TranslatedExpectation | string {
  const description = describeExpectation(expected);
  if (expected.kind !== 'message') return { ...expected, description };
  const parsed = parseFilter(expected.filter);
  if (!parsed.ok || parsed.node === null) return 'its expression cannot be read';
  const condition = messageCondition(parsed.node);
  return condition.ok ? { ...expected, description, condition } : condition.reason;
}
