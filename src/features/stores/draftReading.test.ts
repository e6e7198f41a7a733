import { describe, expect, it } from 'vitest';
import { NO_VARIABLES } from '#domain/profile/variables/variableLookup.ts';
import { EMPTY_COMPOSER } from '#state/draftMessagesStore.ts';
import { readDraft } from './draftReading.ts';

it('reads what is typed as a message, its variables filled in', () => {
  const lookup = (name: string) => (name === 'what' ? { text: '🙂', isSecret: false } : null);
  expect(readDraft({ ...EMPTY_COMPOSER, text: 'né {{what}}' }, lookup)).toEqual({
    kind: 'sendable',
    message: { kind: 'text', text: 'né 🙂' },
    byteLength: 8,
    warning: null,
  });
});

describe('a binary draft', () => {
  const BINARY = { ...EMPTY_COMPOSER, mode: 'binary' } as const;

  it('is the bytes of the file, whatever is typed', () => {
    const file = { name: 'a.bin', bytes: Uint8Array.of(1, 2, 3) };
    expect(
      readDraft({ ...BINARY, binaryEncoding: 'file', text: '{{zz}}', file }, NO_VARIABLES),
    ).toMatchObject({ byteLength: 3 });
  });

  it('waits for a file without complaint', () => {
    expect(readDraft({ ...BINARY, binaryEncoding: 'file' }, NO_VARIABLES)).toEqual({
      kind: 'unsendable',
      problem: null,
    });
  });
});
