import { describe, expect, it } from 'vitest';
import { NO_VARIABLES } from '#domain/profile/variables/variableLookup.ts';
import { EMPTY_COMPOSER } from '#state/draftMessagesStore.ts';
import { readDraft } from './draftReading.ts';

describe('a text draft', () => {
  it('is sent as it stands and counted in UTF-8 bytes', () => {
    expect(readDraft({ ...EMPTY_COMPOSER, text: 'né 🙂' }, NO_VARIABLES)).toEqual({
      kind: 'sendable',
      message: { kind: 'text', text: 'né 🙂' },
      byteLength: 8,
      warning: null,
    });
  });

  it('can be empty, as messages can', () => {
    expect(readDraft(EMPTY_COMPOSER, NO_VARIABLES)).toMatchObject({ kind: 'sendable', byteLength: 0 });
  });
});

describe('a JSON draft', () => {
  const JSON_DRAFT = { ...EMPTY_COMPOSER, mode: 'json' } as const;

  it('is sent as it was written, digits and spaces included', () => {
    const text = '{ "id": 12345678901234567890 }';
    expect(readDraft({ ...JSON_DRAFT, text }, NO_VARIABLES)).toMatchObject({
      message: { kind: 'text', text },
      warning: null,
    });
  });

  it('can be sent with a mistake in it, and says where that is', () => {
    const reading = readDraft({ ...JSON_DRAFT, text: '{\n  "a": }' }, NO_VARIABLES);
    expect(reading).toMatchObject({
      kind: 'sendable',
      warning: 'Not valid JSON. Line 2, column 8: Here should stand a value, not “}”.',
    });
  });

  it('is not called invalid before anything is typed', () => {
    expect(readDraft({ ...JSON_DRAFT, text: ' \n' }, NO_VARIABLES)).toMatchObject({ warning: null });
  });
});

describe('a binary draft', () => {
  const BINARY = { ...EMPTY_COMPOSER, mode: 'binary' } as const;

  it('is read from hex', () => {
    expect(readDraft({ ...BINARY, text: '48 69' }, NO_VARIABLES)).toEqual({
      kind: 'sendable',
      message: { kind: 'binary', bytes: Uint8Array.of(0x48, 0x69) },
      byteLength: 2,
      warning: null,
    });
  });

  it('is read from base64', () => {
    expect(readDraft({ ...BINARY, binaryEncoding: 'base64', text: 'SGk=' }, NO_VARIABLES)).toMatchObject({
      message: { kind: 'binary', bytes: Uint8Array.of(0x48, 0x69) },
    });
  });

  it('cannot be sent with a mistake in it, and says where that is', () => {
    expect(readDraft({ ...BINARY, text: '48 6x' }, NO_VARIABLES)).toEqual({
      kind: 'unsendable',
      problem: '“x” at character 5 is no hex digit.',
    });
  });

  it('is the bytes of the file, whatever is typed', () => {
    const file = { name: 'a.bin', bytes: Uint8Array.of(1, 2, 3) };
    expect(readDraft({ ...BINARY, binaryEncoding: 'file', text: 'zz', file }, NO_VARIABLES)).toMatchObject({
      byteLength: 3,
    });
  });

  it('waits for a file without complaint', () => {
    expect(readDraft({ ...BINARY, binaryEncoding: 'file' }, NO_VARIABLES)).toEqual({
      kind: 'unsendable',
      problem: null,
    });
  });
});

describe('variables in a draft', () => {
  const lookup = (name: string) => (name === 'id' ? { text: '7f', isSecret: false } : null);

  it('are filled in before it is read', () => {
    expect(readDraft({ ...EMPTY_COMPOSER, text: 'é {{id}}' }, lookup)).toMatchObject({
      message: { kind: 'text', text: 'é 7f' },
      byteLength: 5,
    });
    expect(readDraft({ ...EMPTY_COMPOSER, mode: 'binary', text: '00 {{id}}' }, lookup)).toMatchObject({
      message: { kind: 'binary', bytes: new Uint8Array([0, 0x7f]) },
    });
    expect(readDraft({ ...EMPTY_COMPOSER, mode: 'json', text: '{"a":"{{id}}"}' }, lookup)).toMatchObject({
      warning: null,
    });
  });

  it('keep it from being sent when they have no value', () => {
    expect(readDraft({ ...EMPTY_COMPOSER, text: '{{id}} {{user}}' }, lookup)).toEqual({
      kind: 'unsendable',
      problem:
        '{{user}} has no value: give it one under Variables, or choose another environment. To send the braces themselves, write \\{{user}}.',
    });
  });
});
