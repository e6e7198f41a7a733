import { describe, expect, test } from 'vitest';
import { searchNote } from './searchNote.ts';

const DONE = { total: 5_000, scan: { kind: 'done' } } as const;

describe('searchNote', () => {
  test('says nothing of an expression that is right', () => {
    expect(searchNote('size:>1kB', DONE)).toBeNull();
  });

  test('marks what is wrong in the expression', () => {
    expect(searchNote('echo size:big kind:text', DONE)).toEqual({
      tone: 'bad',
      sentence: 'A size is a number with or without a unit: size:200, size:>1kB, size:10..200.',
      excerpt: { before: 'echo size:', wrong: 'big', after: ' kind:text' },
    });
  });

  test('shows only what stands around it in a long one', () => {
    const long = 'abcdefghij '.repeat(5);
    expect(searchNote(`${long}kind:x ${long}`, DONE)?.excerpt).toEqual({
      before: '…defghij abcdefghij kind:',
      wrong: 'x',
      after: ' abcdefghij abcdefghij a…',
    });
  });

  test('says that a regular expression was stopped, and what the log shows', () => {
    const stopped = { kind: 'stopped', looked: 1_203, reason: 'runaway' } as const;
    expect(searchNote('/(a+)+$/', { total: 5_000, scan: stopped })).toEqual({
      tone: 'warn',
      sentence:
        'The regular expression did not come to an end within two seconds on one message, and was stopped. ' +
        'The log shows what it found among the first 1,203 of 5,000 messages.',
      excerpt: null,
    });
  });
});
