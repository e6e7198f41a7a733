import { expect, test } from 'vitest';
import { entryToJsonLine } from './entryToJsonLine.ts';
import type { EntryKind } from './entry.ts';

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
  ['opened', [0x31], '"kind":"opened","byteLength":1,"text":"1"'],
])('writes %s %j', (kind, payload, expected) => {
  const line = entryToJsonLine({
    sequence: 7,
    time: 1_795_348_867_114.25,
    direction: 'received',
    kind,
    byteLength: payload.length,
    frames: 1,
    gapMs: 17,
    payload: Uint8Array.from(payload),
  });
  expect(line).toBe(`{"sequence":7,"time":"2026-11-22T12:01:07.114Z","direction":"received",${expected}}`);
});

test('writes how many frames a fragmented message took', () => {
  const line = entryToJsonLine({
    sequence: 1,
    time: 0,
    direction: 'sent',
    kind: 'text',
    byteLength: 2,
    frames: 2,
    gapMs: null,
    payload: Uint8Array.of(0x68, 0x69),
  });
  expect(line).toBe(
    '{"sequence":1,"time":"1970-01-01T00:00:00.000Z","direction":"sent","kind":"text","byteLength":2,"frames":2,"text":"hi"}',
  );
});
