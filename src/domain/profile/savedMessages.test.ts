import { describe, expect, it } from 'vitest';
import type { SavedMessage, TypedMessage } from './profile.ts';
import {
  duplicateMessage,
  freeName,
  MAX_KEPT_MESSAGE_LENGTH,
  MAX_SAVED_MESSAGES,
  renamingProblem,
  savedNamesOf,
  saveMessage,
  savingProblem,
  toMessageName,
} from './savedMessages.ts';

const TYPED: TypedMessage = { mode: 'json', text: '{}', binaryEncoding: 'hex' };
const saved = (id: string, name: string): SavedMessage => ({ ...TYPED, id, name });
const BOTH = [saved('a', 'Ping'), saved('b', 'Join')];
const FULL = Array.from({ length: MAX_SAVED_MESSAGES }, (_, index) => saved(`${index}`, `m${index}`));
const newId = () => 'new';

describe('saveMessage', () => {
  it('keeps a new message at the end, its name in one line', () => {
    expect(saveMessage(BOTH, '  Leave\n room ', { ...TYPED, text: '[]' }, newId)).toEqual([
      ...BOTH,
      { id: 'new', name: 'Leave room', mode: 'json', text: '[]', binaryEncoding: 'hex' },
    ]);
  });

  it('puts it in the place of the one that has the name', () => {
    const binary: TypedMessage = { mode: 'binary', text: 'AQ==', binaryEncoding: 'base64' };
    expect(saveMessage(BOTH, 'Ping ', binary, newId)).toEqual([
      { ...binary, id: 'a', name: 'Ping' },
      saved('b', 'Join'),
    ]);
  });

  it('takes no more of what it is given than the message', () => {
    const given = { ...TYPED, file: null, history: [] };
    expect(saveMessage([], 'Ping', given, newId)).toEqual([saved('new', 'Ping')]);
  });
});

describe('savingProblem', () => {
  it('is none while there is room', () => {
    expect(savingProblem(BOTH, 'Leave', TYPED)).toBeNull();
    expect(savingProblem(BOTH, 'Ping', { ...TYPED, text: 'x'.repeat(MAX_KEPT_MESSAGE_LENGTH) })).toBeNull();
  });

  it('says what is too long', () => {
    expect(savingProblem(BOTH, 'Long', { ...TYPED, text: 'x'.repeat(MAX_KEPT_MESSAGE_LENGTH + 1) })).toBe(
      'It is too long to be kept: a saved message has at most 256 Ki characters. Keep it as a file.',
    );
  });

  it('says that a profile is full, and lets a message of it be replaced', () => {
    expect(savingProblem(FULL, 'Leave', TYPED)).toBe(
      'A profile keeps at most 200 messages: delete some first, or replace one by its name.',
    );
    expect(savingProblem(FULL, 'm7', TYPED)).toBeNull();
  });
});

describe('duplicateMessage', () => {
  it('puts a copy behind the message, under a name that is free', () => {
    expect(duplicateMessage(BOTH, 'a', newId)).toEqual([
      saved('a', 'Ping'),
      saved('new', 'Ping 2'),
      saved('b', 'Join'),
    ]);
  });

  it('changes nothing where there is no such message, or no room', () => {
    expect(duplicateMessage(BOTH, 'x', newId)).toEqual(BOTH);
    expect(duplicateMessage(FULL, '7', newId)).toBe(FULL);
  });
});

describe('renamingProblem', () => {
  it('wants a name that no other message has', () => {
    expect(renamingProblem(BOTH, 'a', 'Ping')).toBeNull();
    expect(renamingProblem(BOTH, 'a', 'Pong')).toBeNull();
    expect(renamingProblem(BOTH, 'a', ' Join ')).toBe('Another message has this name.');
    expect(renamingProblem(BOTH, 'a', ' ')).toBe('It needs a name.');
  });
});

describe('freeName', () => {
  it('counts on until a name is free', () => {
    const taken = [{ name: 'Ping' }, { name: 'Ping 2' }];
    expect(freeName(taken, 'Ping')).toBe('Ping 3');
    expect(freeName(taken, 'Pong')).toBe('Pong');
  });

  it('keeps within the length of a name', () => {
    const long = 'x'.repeat(80);
    expect(freeName([{ name: long }], long)).toBe(`${'x'.repeat(78)} 2`);
    expect(toMessageName('x'.repeat(200))).toBe(long);
  });
});

describe('savedNamesOf', () => {
  const saved = { id: 'm', name: 'Echo', mode: 'json', text: '{"a":1}', binaryEncoding: 'hex' } as const;
  it.each([
    [{ mode: 'json', text: '{"a":1}', binaryEncoding: 'hex' }, ['Echo', 'Again']],
    [{ mode: 'text', text: '{"a":1}', binaryEncoding: 'base64' }, ['Echo', 'Again']],
    [{ mode: 'binary', text: '{"a":1}', binaryEncoding: 'hex' }, ['Bytes']],
    [{ mode: 'json', text: '{"a":2}', binaryEncoding: 'hex' }, []],
    [null, []],
  ] as const)('tells that %j is %j', (typed, names) => {
    const again = { ...saved, id: 'n', name: 'Again', mode: 'text' } as const;
    const binary = { ...saved, id: 'o', name: 'Bytes', mode: 'binary' } as const;
    expect(savedNamesOf([saved, binary, again], typed)).toEqual(names);
  });
});
