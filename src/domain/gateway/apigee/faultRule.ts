import type { AnswerRule, Seen } from '../answerRule.ts';
import type { FixDraft } from '../fixAction.ts';
import { readFault, type Fault } from './fault.ts';

export interface FaultRule {
  readonly id: string;
  /** The last part of the error code, as the prefixes vary (gateways.md 4.3). */
  readonly code: RegExp;
  readonly title: string | ((fault: Fault) => string);
  readonly confidence?: AnswerRule['confidence'];
  readonly fixes: readonly FixDraft[] | ((fault: Fault, seen: Seen) => readonly FixDraft[]);
  readonly source?: string;
}

/** A rule on the error code of Apigee's fault. */
export function faultRule(rule: FaultRule): AnswerRule {
  const { title, fixes } = rule;
  return {
    id: rule.id,
    when: ({ record }) => isCode(rule.code, faultOf(record)),
    quotes: ['WWW-Authenticate'],
    title: typeof title === 'string' ? title : ({ record }) => title(faultOf(record)),
    confidence: rule.confidence ?? 'documented',
    fixes: typeof fixes === 'function' ? (seen) => fixes(faultOf(seen.record), seen) : fixes,
    source: rule.source ?? 'gateways.md 4.3',
  };
}

const NO_FAULT: Fault = { faultstring: '', errorcode: '', reason: null };

function faultOf(record: Seen['record']): Fault {
  return readFault(record) ?? NO_FAULT;
}

function isCode(code: RegExp, { errorcode }: Fault): boolean {
  return code.test(lastPart(errorcode.trim()));
}

function lastPart(errorcode: string): string {
  return errorcode.slice(errorcode.lastIndexOf('.') + 1);
}
