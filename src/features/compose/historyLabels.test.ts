import { expect, it } from 'vitest';
import { historyLabels } from './historyLabels.ts';

const HELLO = { mode: 'text', text: 'hello', binaryEncoding: 'hex' } as const;

it('labels a message with its text on one line', () => {
  expect(historyLabels([{ ...HELLO, text: '{\n  "a": 1\n}' }])).toEqual(['{ "a": 1 }']);
});

it('cuts a long message', () => {
  expect(historyLabels([{ ...HELLO, text: 'x'.repeat(100) }])).toEqual([`${'x'.repeat(56)}…`]);
});

it('says how bytes were written', () => {
  expect(historyLabels([{ ...HELLO, mode: 'binary', text: '48 69' }])).toEqual(['48 69 (hex)']);
});

it('has a label for an empty message', () => {
  expect(historyLabels([{ ...HELLO, text: '' }])).toEqual(['Empty message']);
});

it('numbers messages that would look the same', () => {
  expect(historyLabels([HELLO, { ...HELLO, text: 'hello ' }, HELLO])).toEqual([
    'hello',
    'hello (2)',
    'hello (3)',
  ]);
});
