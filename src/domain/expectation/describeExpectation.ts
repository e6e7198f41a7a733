import { assertNever } from '../assertNever.ts';
import { formatDuration } from '../format/formatDuration.ts';
import { explainCloseCode } from '../websocket/closeCode.ts';
import type { ExpectedOutcome } from './expectation.ts';

/** An expectation in words: `Opens within 2 s`. */
export function describeExpectation(expectation: ExpectedOutcome): string {
  switch (expectation.kind) {
    case 'opens':
      return `Opens within ${formatDuration(expectation.withinMs)}`;
    case 'refused':
      return `Is refused with ${expectation.status}`;
    case 'subprotocol':
      return expectation.value === ''
        ? 'Selects no subprotocol'
        : `Selects the subprotocol ${expectation.value}`;
    case 'message': {
      const { filter, withinMs, after } = expectation;
      const since = after === '' ? 'the opening' : `“${after}”`;
      return `A message matches ${filter} within ${formatDuration(withinMs)} of ${since}`;
    }
    case 'closes': {
      const { code, withinMs } = expectation;
      return `Is closed with ${code} ${explainCloseCode(code).name} within ${formatDuration(withinMs)}`;
    }
    default:
      return assertNever(expectation);
  }
}
