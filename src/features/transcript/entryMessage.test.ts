import { expect, it } from 'vitest';
import type { EntryKind, TranscriptEntry } from '#domain/transcript/entry.ts';
import { canBeSaved, entryMessage } from './entryMessage.ts';
import { readEntryPayload } from './entryReading.ts';

function messageOf(kind: EntryKind, payload: Uint8Array) {
  const entry: TranscriptEntry = {
    sequence: 1,
    time: 0,
    direction: 'received',
    kind,
    byteLength: payload.byteLength,
    frames: 1,
    gapMs: null,
    payload,
  };
  return entryMessage(entry, readEntryPayload(entry));
}

const utf8 = (text: string) => new TextEncoder().encode(text);

it('is a message as it would have been typed', () => {
  expect(messageOf('text', utf8('grüezi'))).toEqual({ mode: 'text', text: 'grüezi', binaryEncoding: 'hex' });
  expect(messageOf('text', utf8('{"a":1}'))).toEqual({
    mode: 'json',
    text: '{"a":1}',
    binaryEncoding: 'hex',
  });
});

it('has bytes in hex, and many of them in base64', () => {
  expect(messageOf('binary', Uint8Array.of(1, 0xab))).toEqual({
    mode: 'binary',
    text: '01 ab',
    binaryEncoding: 'hex',
  });
  expect(messageOf('binary', new Uint8Array(1026))).toEqual({
    mode: 'binary',
    text: 'A'.repeat(1368),
    binaryEncoding: 'base64',
  });
});

it('is none for what is no message, or too long to be kept', () => {
  expect(messageOf('ping', utf8('hi'))).toBeNull();
  expect(messageOf('close', Uint8Array.of(3, 232))).toBeNull();
  expect(canBeSaved({ kind: 'text', byteLength: 256 * 1024 })).toBe(true);
  expect(canBeSaved({ kind: 'text', byteLength: 256 * 1024 + 1 })).toBe(false);
  expect(canBeSaved({ kind: 'binary', byteLength: 192 * 1024 })).toBe(true);
  expect(canBeSaved({ kind: 'binary', byteLength: 192 * 1024 + 1 })).toBe(false);
});
