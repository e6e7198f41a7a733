import { expect, test } from 'vitest';
import type { EntryKind } from './entry.ts';
import { entryToText } from './entryToText.ts';

test.each<[EntryKind, readonly number[], string]>([
  ['text', [0x68, 0x69, 0x0a, 0x21], '13:01:07.114\tsent\thi\n!'],
  ['binary', [0x00, 0xff], '13:01:07.114\tsent\tbinary\t00 ff'],
  ['close', [0x03, 0xe8, 0x6f, 0x6b], '13:01:07.114\tsent\tclose\t1000 ok'],
  ['opened', [0x4f, 0x6b], '13:01:07.114\t\tOk'],
])('writes %s', (kind, payload, line) => {
  const time = Date.UTC(2026, 10, 22, 12, 1, 7, 114);
  const facts = { sequence: 1, time, direction: 'sent', kind, frames: 1, gapMs: null } as const;
  const entry = { ...facts, byteLength: payload.length, payload: Uint8Array.from(payload) };
  expect(entryToText(entry, -60)).toBe(line);
});
