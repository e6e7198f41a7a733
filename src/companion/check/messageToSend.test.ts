import { describe, expect, it } from 'vitest';
import { newProfile } from '#domain/profile/newProfile.ts';
import type { Profile, SavedMessage } from '#domain/profile/profile.ts';
import { CallProblem } from './callProblem.ts';
import { readMessageToSend } from './messageToSend.ts';
import type { Variables } from './variables.ts';

const MESSAGES: readonly SavedMessage[] = [
  { id: 'a', name: 'Join a room', mode: 'json', text: '{"room":"${ROOM}"}', binaryEncoding: 'hex' },
  { id: 'b', name: 'Bytes', mode: 'binary', text: 'AQI=', binaryEncoding: 'base64' },
  { id: 'c', name: 'Broken', mode: 'binary', text: '0g', binaryEncoding: 'hex' },
];

const LOG_IN: SavedMessage = {
  id: 'd',
  name: 'Log in',
  mode: 'text',
  text: '{{token}}',
  binaryEncoding: 'hex',
};

const NO_VARIABLES: Variables = new Map();

function read(fields: Partial<Profile>, name: string, variables = NO_VARIABLES) {
  const profile = newProfile('p', 0, fields);
  return readMessageToSend({ profile, secrets: {}, hidden: [] }, { kind: 'saved', name }, variables);
}

describe('a message of the command line', () => {
  it('is filled in, and what was filled in stays hidden', () => {
    const filled = { profile: newProfile('p', 0), secrets: {}, hidden: [] };
    const variables = new Map([['ROOM', 'lobby']]);
    expect(readMessageToSend(filled, { kind: 'text', text: 'join ${ROOM}' }, variables)).toEqual({
      message: { kind: 'text', text: 'join lobby' },
      values: ['lobby'],
    });
  });

  it('need not be there', () => {
    const filled = { profile: newProfile('p', 0), secrets: {}, hidden: [] };
    expect(readMessageToSend(filled, null, NO_VARIABLES)).toEqual({ message: null, values: [] });
  });
});

describe('a saved message', () => {
  it('is sent as it stands', () => {
    expect(read({ messages: MESSAGES }, 'Join a room')).toEqual({
      message: { kind: 'text', text: '{"room":"${ROOM}"}' },
      values: [],
    });
  });

  it('is sent as the bytes that it stands for', () => {
    expect(read({ messages: MESSAGES }, 'Bytes').message).toEqual({
      kind: 'binary',
      bytes: Uint8Array.of(1, 2),
    });
  });

  it('is filled in with the variables that it names, which stay hidden', () => {
    const message: SavedMessage = { ...LOG_IN, text: '{{user-id}} {{token}} {{$uuid}}' };
    const variables = new Map([
      ['POSTERN_USER_ID', 'ada'],
      ['token', 'hunter2'],
    ]);
    const { message: sent, values } = read({ messages: [message] }, 'Log in', variables);
    expect(sent).toMatchObject({ text: expect.stringMatching(/^ada hunter2 [\da-f-]{36}$/) as string });
    expect(values).toEqual(['ada', 'hunter2']);
  });

  it.each([
    [
      { name: 'Staging', messages: [LOG_IN] },
      'Log in',
      '{{token}} in the saved message has no value: set the variable POSTERN_TOKEN or token, or write it into an --env-file.',
    ],
    [
      { name: 'Staging', messages: MESSAGES },
      'Leave',
      'Staging has no saved message of that name. It has “Join a room”, “Bytes”, “Broken”.',
    ],
    [{ name: 'Staging' }, 'Leave', 'Staging has no saved message of that name. It has none.'],
    [
      { name: '', url: 'wss://h.example/chat' },
      'Leave',
      'wss://h.example/chat has no saved message of that name. A URL has none: give a file of profiles.',
    ],
    [
      { name: 'Staging', messages: MESSAGES },
      'Broken',
      'The saved message “Broken” of Staging cannot be sent: “g” at character 2 is no hex digit.',
    ],
  ])('is refused where %j has none to send under the name %s', (fields, name, message) => {
    expect(() => read(fields, name)).toThrow(new CallProblem(message));
  });
});
