import { assertNever } from '../assertNever.ts';
import type { SavedMessage } from '../profile/profile.ts';
import type { ProfileProblem } from '../profile/profileProblem.ts';
import { findByName } from '../profile/savedMessages.ts';
import { parseFilter } from '../transcript/filter/parseFilter.ts';
import { checkSubprotocol } from '../websocket/subprotocol.ts';
import type { Expectation } from './expectation.ts';
import { MAX_EXPECTATIONS, MAX_EXPECTED_FILTER_LENGTH, MAX_EXPECTED_MS } from './expectation.ts';

/** A field of an expectation, beside its kind. */
export type ExpectationField = 'withinMs' | 'status' | 'value' | 'filter' | 'after' | 'code';

/** What `fieldId` is for a problem of an expectation. */
export function expectationFieldId(id: string, field: ExpectationField): string {
  return `expectation ${id} ${field}`;
}

/**
 * What of the expectations cannot be judged, each at its field. It keeps nobody from connecting: a request is what it is,
 * whatever is expected of it.
 */
export function checkExpectations(
  expectations: readonly Expectation[],
  messages: readonly SavedMessage[],
): readonly ProfileProblem[] {
  const problems = expectations.flatMap((expectation) =>
    faultsOf(expectation, messages).map(([field, message]) => ({
      at: 'options' as const,
      fieldId: expectationFieldId(expectation.id, field),
      message,
    })),
  );
  if (expectations.length <= MAX_EXPECTATIONS) return problems;
  const message = `A profile has at most ${MAX_EXPECTATIONS} expectations: take some away.`;
  return [{ at: 'options', fieldId: null, message }, ...problems];
}

type Fault = readonly [field: ExpectationField, message: string];

function faultsOf(expectation: Expectation, messages: readonly SavedMessage[]): readonly Fault[] {
  switch (expectation.kind) {
    case 'opens':
      return timeFaults(expectation.withinMs);
    case 'refused':
      return statusFaults(expectation.status);
    case 'subprotocol':
      return subprotocolFaults(expectation.value);
    case 'message':
      return [
        ...filterFaults(expectation.filter),
        ...timeFaults(expectation.withinMs),
        ...afterFaults(expectation.after, messages),
      ];
    case 'closes':
      return [...codeFaults(expectation.code), ...timeFaults(expectation.withinMs)];
    default:
      return assertNever(expectation);
  }
}

function timeFaults(withinMs: number): readonly Fault[] {
  const isTime = withinMs >= 1 && withinMs <= MAX_EXPECTED_MS;
  return isTime ? [] : [['withinMs', 'The time is from 0.001 to 600 seconds.']];
}

/** RFC 9110 section 15: 1xx is no final answer. */
function statusFaults(status: number): readonly Fault[] {
  const isRefusal = Number.isInteger(status) && status >= 200 && status <= 599;
  return isRefusal ? [] : [['status', 'The status of a refusal is a number from 200 to 599.']];
}

function subprotocolFaults(value: string): readonly Fault[] {
  const problem = value === '' ? null : checkSubprotocol(value);
  return problem === null ? [] : [['value', problem]];
}

function filterFaults(filter: string): readonly Fault[] {
  if (filter.trim() === '')
    return [['filter', 'Say what the message has to match, for example $.action == "echo".']];
  if (filter.length > MAX_EXPECTED_FILTER_LENGTH) {
    return [['filter', `The expression is longer than ${MAX_EXPECTED_FILTER_LENGTH} characters.`]];
  }
  const parsed = parseFilter(filter);
  return parsed.ok ? [] : [['filter', parsed.problem.message]];
}

function afterFaults(after: string, messages: readonly SavedMessage[]): readonly Fault[] {
  if (after === '' || findByName(messages, after) !== null) return [];
  return [
    ['after', `The profile has no saved message “${after}” any more: choose another one, or the opening.`],
  ];
}

/** RFC 6455 section 7.4; 1005, 1006 and 1015 are never sent, but are what a client sees. */
function codeFaults(code: number): readonly Fault[] {
  const isCode = Number.isInteger(code) && code >= 1000 && code <= 4999;
  return isCode ? [] : [['code', 'A close code is a number from 1000 to 4999.']];
}
