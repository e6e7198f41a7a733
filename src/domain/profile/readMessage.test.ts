import { describe, expect, it } from 'vitest';
import type { TypedMessage } from './profile.ts';
import { readMessage } from './readMessage.ts';
import { NO_VARIABLES } from './variables/variableLookup.ts';

const EMPTY: TypedMessage = { mode: 'text', text: '', binaryEncoding: 'hex' };

describe('a text message', () => {
  it('is sent as it stands and counted in UTF-8 bytes', () => {
    expect(readMessage({ ...EMPTY, text: 'né 🙂' }, NO_VARIABLES)).toEqual({
      kind: 'sendable',
      message: { kind: 'text', text: 'né 🙂' },
      byteLength: 8,
      warning: null,
    });
  });

  it('can be empty, as messages can', () => {
    expect(readMessage(EMPTY, NO_VARIABLES)).toMatchObject({ kind: 'sendable', byteLength: 0 });
  });
});

describe('a JSON message', () => {
  const JSON_MESSAGE = { ...EMPTY, mode: 'json' } as const;

  it('is sent as it was written, digits and spaces included', () => {
    const text = '{ "id": 12345678901234567890 }';
    expect(readMessage({ ...JSON_MESSAGE, text }, NO_VARIABLES)).toMatchObject({
      message: { kind: 'text', text },
      warning: null,
    });
  });

  it('can be sent with a mistake in it, and says where that is', () => {
    const reading = readMessage({ ...JSON_MESSAGE, text: '{\n  "a": }' }, NO_VARIABLES);
    expect(reading).toMatchObject({
      kind: 'sendable',
      warning: 'Not valid JSON. Line 2, column 8: Here should stand a value, not “}”.',
    });
  });

  it('is not called invalid before anything is typed', () => {
    expect(readMessage({ ...JSON_MESSAGE, text: ' \n' }, NO_VARIABLES)).toMatchObject({ warning: null });
  });
});

describe('a binary message', () => {
  const BINARY = { ...EMPTY, mode: 'binary' } as const;

  it('is read from hex', () => {
    expect(readMessage({ ...BINARY, text: '48 69' }, NO_VARIABLES)).toEqual({
      kind: 'sendable',
      message: { kind: 'binary', bytes: Uint8Array.of(0x48, 0x69) },
      byteLength: 2,
      warning: null,
    });
  });

  it('is read from base64', () => {
    expect(readMessage({ ...BINARY, binaryEncoding: 'base64', text: 'SGk=' }, NO_VARIABLES)).toMatchObject({
      message: { kind: 'binary', bytes: Uint8Array.of(0x48, 0x69) },
    });
  });

  it('cannot be sent with a mistake in it, and says where that is', () => {
    expect(readMessage({ ...BINARY, text: '48 6x' }, NO_VARIABLES)).toEqual({
      kind: 'unsendable',
      problem: '“x” at character 5 is no hex digit.',
    });
  });
});

describe('variables in a message', () => {
  const lookup = (name: string) => (name === 'id' ? { text: '7f', isSecret: false } : null);

  it('are filled in before it is read', () => {
    expect(readMessage({ ...EMPTY, text: 'é {{id}}' }, lookup)).toMatchObject({
      message: { kind: 'text', text: 'é 7f' },
      byteLength: 5,
    });
    expect(readMessage({ ...EMPTY, mode: 'binary', text: '00 {{id}}' }, lookup)).toMatchObject({
      message: { kind: 'binary', bytes: new Uint8Array([0, 0x7f]) },
    });
    expect(readMessage({ ...EMPTY, mode: 'json', text: '{"a":"{{id}}"}' }, lookup)).toMatchObject({
      warning: null,
    });
  });

  it('keep it from being sent when they have no value', () => {
    expect(readMessage({ ...EMPTY, text: '{{id}} {{user}}' }, lookup)).toEqual({
      kind: 'unsendable',
      problem:
        '{{user}} has no value: give it one under Variables, or choose another environment. To send the braces themselves, write \\{{user}}.',
    });
  });
});
