import { describe, expect, it } from 'vitest';
import type { EntryKind, TranscriptEntry } from '#domain/transcript/entry.ts';
import { readEntryPayload } from './entryReading.ts';

function entry(kind: EntryKind, payload: string | readonly number[]): TranscriptEntry {
  const bytes = typeof payload === 'string' ? new TextEncoder().encode(payload) : Uint8Array.from(payload);
  return {
    sequence: 1,
    time: 0,
    direction: 'received',
    kind,
    byteLength: bytes.byteLength,
    frames: 1,
    gapMs: null,
    payload: bytes,
  };
}

describe('readEntryPayload', () => {
  it.each([
    ['text', '{"id":12345678901234567890}', 'json'],
    ['text', 'hello', 'text'],
    ['text', '', 'text'],
    ['binary', '{"id":1}', 'hex'],
    ['ping', 'keep', 'text'],
    ['close', [0x03, 0xe8], 'text'],
    ['opened', 'Open: wss://example.com/', 'text'],
    ['ended', 'Closed by you: 1000', 'text'],
  ] as const)('shows %s %o as %s at first', (kind, payload, view) => {
    expect(readEntryPayload(entry(kind, payload)).defaultView).toBe(view);
  });

  it('shows a pong that is no text as hex at first', () => {
    expect(readEntryPayload(entry('pong', [0xff, 0xfe])).defaultView).toBe('hex');
  });

  it('says when bytes are no UTF-8, and keeps the rest readable', () => {
    expect(readEntryPayload(entry('binary', [0x61, 0xff, 0x62]))).toMatchObject({
      text: 'a\uFFFDb',
      isUtf8: false,
    });
  });

  it('says where text is no JSON', () => {
    expect(readEntryPayload(entry('text', '{"a":}')).json).toMatchObject({ ok: false, line: 1, column: 6 });
  });

  it.each([
    [` [${'1,'.repeat(60_000)}1]\n`, 'json'],
    [`{${' '.repeat(120_000)}}`, 'json'],
    [`"${'a'.repeat(120_000)}"`, 'text'],
    [`{${'a'.repeat(120_000)}]`, 'text'],
  ])('reads nothing of a long text, and goes by its ends', (payload, view) => {
    const reading = readEntryPayload(entry('text', payload));
    expect(reading).toMatchObject({
      text: null,
      json: null,
      defaultView: view,
      views: ['text', 'json', 'hex'],
    });
  });

  it('reads a Close frame as code, meaning and reason', () => {
    const { text, views } = readEntryPayload(entry('close', [0x03, 0xe9, 0x62, 0x79, 0x65]));
    expect(text?.split('\n')[0]).toMatch(/^1001 /);
    expect(text?.split('\n')[2]).toBe('Reason: bye');
    expect(views).toEqual(['text', 'hex']);
  });

  it('offers what happened to the connection as text alone', () => {
    expect(readEntryPayload(entry('ended', 'Closed')).views).toEqual(['text']);
  });
});
