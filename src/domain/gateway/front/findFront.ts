import { findHeader } from '../../websocket/headerField.ts';
import type { Answer } from '../answer.ts';
import type { Evidence } from '../gateway.ts';
import type { FrontRule, HeaderSign } from './frontRule.ts';
import { FRONT_RULES } from './frontRules.ts';

export interface Front {
  readonly rule: FrontRule;
  /** True when the answer is its own; else it may have passed on what the service behind said. */
  readonly isAuthor: boolean;
  readonly evidence: readonly Evidence[];
}

/** Who stands before the service, by the answer; an author before one that only passes answers on. */
export function findFront(answer: Answer): Front | null {
  const fronts = FRONT_RULES.flatMap((rule) => readFront(rule, answer) ?? []);
  return fronts.find(({ isAuthor }) => isAuthor) ?? fronts[0] ?? null;
}

function readFront(rule: FrontRule, answer: Answer): Front | null {
  const passed = findSigns(rule.passes, answer);
  const { headers = [], body, emptyBody, statuses } = rule.writes;
  const written = findSigns(headers, answer);
  const quote = body?.exec(answer.text)?.[0] ?? null;
  const isEmpty = emptyBody === true && passed.length > 0 && answer.text === '' && hasNoBody(answer);
  const isItsStatus =
    statuses !== undefined &&
    passed.length > 0 &&
    answer.status >= statuses[0] &&
    answer.status <= statuses[1];
  const isAuthor = written.length > 0 || quote !== null || isEmpty || isItsStatus;
  if (!isAuthor && passed.length === 0) return null;
  return {
    rule,
    isAuthor,
    evidence: [...written, ...passed, ...(quote === null ? [] : [{ where: 'Body', quote: cut(quote) }])],
  };
}

function findSigns(signs: readonly HeaderSign[], { response }: Answer): readonly Evidence[] {
  return signs.flatMap(([name, value]) => {
    const seen = findHeader(response.headers, name);
    const found = seen === null ? null : value.exec(seen);
    if (seen === null || found === null) return [];
    // A cookie's value is a credential of the session: its name, which is what matched, is sign enough.
    return [{ where: name, quote: name === 'Set-Cookie' ? found[0].replace(/^,\s*/, '') : seen }];
  });
}

function hasNoBody({ response }: Answer): boolean {
  return response.body === null || response.body.receivedBytes === 0;
}

/** Long enough for the sentence that gave it away. */
const MAX_QUOTE_LENGTH = 160;

function cut(quote: string): string {
  return quote.length <= MAX_QUOTE_LENGTH ? quote : `${quote.slice(0, MAX_QUOTE_LENGTH)}…`;
}
