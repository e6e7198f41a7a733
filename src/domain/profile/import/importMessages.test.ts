import { expect, it } from 'vitest';
import { MAX_KEPT_MESSAGE_LENGTH, MAX_SAVED_MESSAGES } from '../savedMessages.ts';
import { importMessages } from './importMessages.ts';
import { NO_VARIABLES, type DraftMessage } from './requestDraft.ts';
import { createVariableFiller } from './variableFiller.ts';

const draft = (fields: Partial<DraftMessage>): DraftMessage => ({
  place: 'messages[0]',
  name: '',
  mode: 'text',
  text: '',
  binaryEncoding: 'base64',
  ...fields,
});

function read(...drafts: readonly DraftMessage[]) {
  const near = new Map([
    ['room', { value: 'lobby', isSecret: false }],
    ['token', { value: 'hunter2', isSecret: true }],
  ]);
  const filler = createVariableFiller({ syntax: 'braces', near, far: NO_VARIABLES }, NO_VARIABLES);
  const left: string[] = [];
  let last = 0;
  const messages = importMessages(
    drafts,
    filler,
    (reason, place = '') => left.push(`${place}: ${reason}`),
    () => `id${(last += 1)}`,
  );
  return { ...messages, left, toFillIn: filler.toFillIn() };
}

it('keeps every message under a name of its own, and puts the first into the composer', () => {
  const { saved, first } = read(
    draft({ mode: 'json', text: '{"action":"join","room":"{{room}}"}' }),
    draft({ name: ' Say ', text: 'hi' }),
    draft({ name: 'Say', mode: 'binary', text: 'AQI=' }),
  );
  expect(saved).toEqual([
    {
      id: 'id1',
      name: 'join',
      mode: 'json',
      text: '{"action":"join","room":"lobby"}',
      binaryEncoding: 'hex',
    },
    { id: 'id2', name: 'Say', mode: 'text', text: 'hi', binaryEncoding: 'hex' },
    { id: 'id3', name: 'Say 2', mode: 'binary', text: 'AQI=', binaryEncoding: 'base64' },
  ]);
  expect(first).toEqual({ mode: 'json', text: '{"action":"join","room":"lobby"}', binaryEncoding: 'hex' });
});

it('leaves a secret the variable that it is, and says in which message', () => {
  const secret = draft({ name: 'Log in', text: '{{token}}' });
  expect(read(secret)).toMatchObject({ saved: [{ text: '{{token}}' }], toFillIn: ['token in the message'] });
  expect(read(secret, draft({ text: 'x' })).toFillIn).toEqual(['token in the message “Log in”']);
});

it('keeps no message that is too long, though it can be sent once', () => {
  const long = draft({ name: 'Long', text: 'x'.repeat(MAX_KEPT_MESSAGE_LENGTH + 1) });
  const { saved, first, left } = read(long);
  expect(saved).toEqual([]);
  expect(first?.text).toBe(long.text);
  expect(left).toEqual(['messages[0]: The message “Long” was not saved with the profile: it is too long.']);
});

it('keeps no more messages than a profile can have', () => {
  const { saved, left } = read(
    ...Array.from({ length: MAX_SAVED_MESSAGES + 2 }, () => draft({ text: 'hi' })),
  );
  expect(saved.map(({ name }) => name).slice(0, 2)).toEqual(['hi', 'hi 2']);
  expect(saved).toHaveLength(200);
  expect(left).toEqual([': Only the first 200 of its messages were taken over.']);
});

it('has nothing for the composer where there is no message', () => {
  expect(read()).toMatchObject({ saved: [], first: null });
});
