import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryKind } from '../entry.ts';
import { createJsonLinesEncoder } from './jsonLinesEncoder.ts';
import type { LogEntry } from './logEntry.ts';
import { readJsonLine } from './readJsonLine.ts';
import { arbitraryLog } from './testing/arbitraryEntry.ts';

const ENTRY: LogEntry = {
  sequence: 7,
  time: 1_795_348_867_114.25,
  direction: 'received',
  kind: 'text',
  frames: 1,
  isCompressed: false,
  isMasked: false,
  payload: Uint8Array.of(0x7b, 0x7d),
};

const TIMES = '"time":"2026-11-22T12:01:07.114Z","epochMs":1795348867114.25';

test.each<[EntryKind, readonly number[], string]>([
  ['text', [0x7b, 0x7d], '"kind":"text","byteLength":2,"text":"{}"'],
  ['text', [], '"kind":"text","byteLength":0,"text":""'],
  ['text', [0x61, 0x0a, 0x62], '"kind":"text","byteLength":3,"text":"a\\nb"'],
  ['text', [0xef, 0xbb, 0xbf], '"kind":"text","byteLength":3,"text":"\ufeff"'],
  ['text', [0xff], '"kind":"text","byteLength":1,"base64":"/w=="'],
  ['binary', [0x00, 0xff], '"kind":"binary","byteLength":2,"base64":"AP8="'],
  ['binary', [], '"kind":"binary","byteLength":0,"base64":""'],
  ['ping', [], '"kind":"ping","byteLength":0'],
  ['pong', [0x68, 0x69], '"kind":"pong","byteLength":2,"base64":"aGk="'],
  ['close', [], '"kind":"close","byteLength":0,"closeCode":1005,"reason":""'],
  ['close', [0x03, 0xe9, 0x47], '"kind":"close","byteLength":3,"closeCode":1001,"reason":"G"'],
  ['close', [0x03], '"kind":"close","byteLength":1,"closeCode":1005,"reason":"","base64":"Aw=="'],
  ['opened', [0x31], '"kind":"opened","byteLength":1,"text":"1"'],
])('writes %s %j', (kind, payload, expected) => {
  const line = createJsonLinesEncoder().entry({ ...ENTRY, kind, payload: Uint8Array.from(payload) });
  expect(line).toBe(`{"sequence":7,${TIMES},"direction":"received",${expected}}\n`);
});

test('writes what else there is to say of a message', () => {
  const line = createJsonLinesEncoder().entry({ ...ENTRY, frames: 2, isCompressed: true, isMasked: true });
  expect(line).toContain('"byteLength":2,"frames":2,"compressed":true,"masked":true,"text":"{}"');
});

test('ends with how many entries are missing', () => {
  const { end } = createJsonLinesEncoder();
  expect(end({ missing: 0, isMasked: true })).toBe('');
  expect(end({ missing: 12, isMasked: false })).toBe('{"kind":"missing","entries":12}\n');
  expect(readJsonLine('{"kind":"missing","entries":12}')).toEqual({ kind: 'note', missing: 12 });
});

test('every log comes back as it was', () => {
  fc.assert(
    fc.property(arbitraryLog, (log) => {
      const encoder = createJsonLinesEncoder();
      const lines = log.map((entry) => encoder.entry(entry).trimEnd());
      expect(lines.map(readJsonLine)).toEqual(log.map((entry) => ({ kind: 'entry', entry })));
    }),
  );
});

test('reads lines from before there was “epochMs”', () => {
  const line =
    '{"sequence":7,"time":"2026-11-22T12:01:07.114Z","direction":"sent","kind":"text","byteLength":2,"text":"hi"}';
  const entry = { ...ENTRY, time: 1_795_348_867_114, direction: 'sent', payload: Uint8Array.of(0x68, 0x69) };
  expect(readJsonLine(line)).toEqual({ kind: 'entry', entry });
});

test.each([
  ['{"kind":', 'It is not JSON.'],
  ['[]', 'It is not a JSON object.'],
  ['{}', 'Its kind is missing, which is none of those of a log.'],
  ['{"kind":"constructor"}', 'Its kind is “constructor”, which is none of those of a log.'],
  ['{"kind":"text","direction":1}', 'Its direction is “1”: it can be “sent” or “received”.'],
  [
    '{"kind":"text","direction":"sent","epochMs":null,"time":"noon"}',
    'It has no time: neither “epochMs” nor “time” says one.',
  ],
  [
    '{"kind":"binary","direction":"sent","epochMs":1}',
    'An entry of the kind “binary” has neither “text” nor “base64”.',
  ],
  [
    '{"kind":"binary","direction":"sent","epochMs":1,"base64":"A!"}',
    '“!” at character 2 is no base64 digit.',
  ],
])('says what is wrong with %s', (line, reason) => {
  expect(readJsonLine(line)).toEqual({ kind: 'problem', reason });
});
