import { describe, expect, it } from 'vitest';
import { checkExpectations } from './checkExpectations.ts';
import type { ExpectedOutcome } from './expectation.ts';
import { DEFAULT_EXPECTATIONS } from './expectation.ts';

const ECHO = { id: 'm1', name: 'Echo', mode: 'text', text: 'hi', binaryEncoding: 'hex' } as const;

function check(expected: ExpectedOutcome) {
  return checkExpectations([{ ...expected, id: 'e1' }], [ECHO]).map(({ fieldId, message }) => [
    fieldId?.replace('expectation e1 ', ''),
    message,
  ]);
}

describe('checkExpectations', () => {
  const { opens, refused, subprotocol, closes } = DEFAULT_EXPECTATIONS;
  const message = { ...DEFAULT_EXPECTATIONS.message, filter: '$.action == "echo"' };

  it.each([opens, refused, subprotocol, closes, message, { ...message, after: 'Echo' }])(
    'takes %j',
    (expected) => expect(check(expected)).toEqual([]),
  );

  it.each<[ExpectedOutcome, string, RegExp]>([
    [{ ...opens, withinMs: 0 }, 'withinMs', /from 0.001 to 600 seconds/],
    [{ ...opens, withinMs: 600_001 }, 'withinMs', /from 0.001 to 600 seconds/],
    [{ ...refused, status: 101 }, 'status', /from 200 to 599/],
    [{ ...refused, status: 401.5 }, 'status', /from 200 to 599/],
    [{ ...subprotocol, value: 'a b' }, 'value', /./],
    [{ ...message, filter: ' ' }, 'filter', /^Say what the message has to match/],
    [{ ...message, filter: '(a' }, 'filter', /This parenthesis is not closed/],
    [{ ...message, filter: 'x'.repeat(2_001) }, 'filter', /longer than 2000 characters/],
    [{ ...message, after: 'Gone' }, 'after', /no saved message “Gone” any more/],
    [{ ...closes, code: 999 }, 'code', /from 1000 to 4999/],
    [{ ...closes, withinMs: Number.NaN }, 'withinMs', /from 0.001 to 600 seconds/],
  ])('says of %j what is wrong, at its field', (expected, field, message) => {
    expect(check(expected)).toEqual([[field, expect.stringMatching(message)]]);
  });

  it('counts them', () => {
    const many = Array.from({ length: 51 }, (_, index) => ({ ...opens, id: `e${index}` }));
    expect(checkExpectations(many, [])).toEqual([
      { at: 'options', fieldId: null, message: expect.stringContaining('at most 50') },
    ]);
  });
});
