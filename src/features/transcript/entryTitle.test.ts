import { expect, it } from 'vitest';
import { entryTitle } from './entryTitle.ts';

it.each([
  ['text', 'received', 'Received text'],
  ['binary', 'sent', 'Sent binary'],
  ['close', 'received', 'Received close'],
  ['opened', 'received', 'Opened'],
  ['ended', 'sent', 'Ended'],
] as const)('an entry of kind %s, %s, is titled %s', (kind, direction, title) => {
  expect(entryTitle({ kind, direction, byteLength: 0, frames: 0, gapMs: null })).toBe(title);
});
