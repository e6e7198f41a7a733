import { describe, expect, it } from 'vitest';
import { newProfile } from '#domain/profile/newProfile.ts';
import type { Profile, SavedMessage } from '#domain/profile/profile.ts';
import { CallProblem } from './callProblem.ts';
import type { ProfileToFill } from './filledProfile.ts';
import { readMessageToSend } from './messageToSend.ts';
import { profileVariables } from './profileVariables.ts';
import type { Variables } from '../environment/variables.ts';

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

function toFill(profile: Profile, variables: Variables): ProfileToFill {
  return { profile, secrets: {}, hidden: [], variables: profileVariables([], null, variables) };
}

function read(fields: Partial<Profile>, name: string, variables = NO_VARIABLES) {
  const profile = newProfile('p', 0, fields);
  return readMessageToSend(toFill(profile, variables), { kind: 'saved', name }, variables);
}

describe('a message of the command line', () => {
  it('is filled in, and what was filled in stays hidden', () => {
    const variables = new Map([['ROOM', 'lobby']]);
    const filled = toFill(newProfile('p', 0), variables);
    expect(readMessageToSend(filled, { kind: 'text', text: 'join ${ROOM}' }, variables)).toEqual({
      message: { kind: 'text', text: 'join lobby' },
      name: null,
      values: ['lobby'],
    });
  });

  it('need not be there', () => {
    const filled = toFill(newProfile('p', 0), NO_VARIABLES);
    expect(readMessageToSend(filled, null, NO_VARIABLES)).toEqual({ message: null, name: null, values: [] });
  });
});

describe('a saved message', () => {
  it('is sent as it stands', () => {
    expect(read({ messages: MESSAGES }, 'Join a room')).toEqual({
      message: { kind: 'text', text: '{"room":"${ROOM}"}' },
      name: 'Join a room',
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
    const message: SavedMessage = { ...LOG_IN, text: '{{user-id}} {{$uuid}}' };
    const variables = new Map([['POSTERN_USER_ID', 'ada']]);
    const filled = toFill(newProfile('p', 0, { messages: [message] }), variables);
    const { message: sent } = readMessageToSend(filled, { kind: 'saved', name: 'Log in' }, variables);
    expect(sent).toMatchObject({ text: expect.stringMatching(/^ada [\da-f-]{36}$/) as string });
    expect([...filled.variables.hidden]).toEqual(['ada']);
  });

  it('gets none of this machine’s other variables', () => {
    expect(() =>
      read({ name: 'Foreign', messages: [LOG_IN] }, 'Log in', new Map([['token', 'hunter2']])),
    ).toThrow('{{token}} has no value');
  });

  it.each([
    [
      { name: 'Staging', messages: [LOG_IN] },
      'Log in',
      'The saved message “Log in” of Staging: {{token}} has no value. Choose an --environment of the file that has one, or set POSTERN_TOKEN, or write it into an --env-file.',
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
