import { expect, it } from 'vitest';
import { descriptionLine, MAX_DESCRIPTION_LENGTH, toDescription } from './description.ts';

it('keeps the lines of a description, whatever ends them', () => {
  expect(toDescription(' \nChat, staging.\r\nAsk Ada for a key.\r')).toBe(
    'Chat, staging.\nAsk Ada for a key.',
  );
});

it('cuts one that is too long, and shows that', () => {
  const cut = toDescription('word '.repeat(MAX_DESCRIPTION_LENGTH));
  expect(cut).toMatch(/word…$/);
  expect(cut.length).toBeLessThanOrEqual(MAX_DESCRIPTION_LENGTH);
  expect(toDescription('x'.repeat(MAX_DESCRIPTION_LENGTH))).toHaveLength(MAX_DESCRIPTION_LENGTH);
});

it('makes one line of several', () => {
  expect(descriptionLine('Chat.\n\n  Ask Ada.')).toBe('Chat. Ask Ada.');
});
