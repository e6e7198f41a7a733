import { expect, it } from 'vitest';
import type { SavedMessage } from '#domain/profile/profile.ts';
import { messageItems } from './messageItems.ts';
import { paletteMatches } from './paletteMatches.ts';

const MESSAGES: readonly SavedMessage[] = [
  { id: 'a', name: 'Ping', mode: 'json', text: '{\n  "type": "ping"\n}', binaryEncoding: 'hex' },
  { id: 'b', name: 'Join the lobby', mode: 'text', text: 'JOIN lobby', binaryEncoding: 'hex' },
];

it('lists the messages in their order, each with the beginning of its text', () => {
  expect(messageItems(MESSAGES)).toEqual([
    {
      message: MESSAGES[0],
      label: 'Put in: Ping',
      place: '{ "type": "ping" }',
      keywords: 'saved message { "type": "ping" }',
    },
    {
      message: MESSAGES[1],
      label: 'Put in: Join the lobby',
      place: 'JOIN lobby',
      keywords: 'saved message JOIN lobby',
    },
  ]);
});

it.each([
  ['put in ping', 'Put in: Ping'],
  ['lobby', 'Put in: Join the lobby'],
  ['saved ping', 'Put in: Ping'],
])('finds one by %s', (search, label) => {
  expect(paletteMatches(messageItems(MESSAGES), search, 1).map((item) => item.label)).toEqual([label]);
});
