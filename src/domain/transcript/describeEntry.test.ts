import { expect, test } from 'vitest';
import { describeEntry } from './describeEntry.ts';
import type { TranscriptRow } from './entry.ts';

const ROW: TranscriptRow = {
  sequence: 1,
  time: 1_795_348_867_114,
  direction: 'received',
  kind: 'text',
  byteLength: 1234,
  frames: 1,
  gapMs: 17,
  preview: '{}',
  isPreviewCut: false,
};

test.each<[Partial<TranscriptRow>, string, string, string]>([
  [{ kind: 'text' }, 'received', 'Text', '1.2 kB'],
  [{ kind: 'text', direction: 'sent' }, 'sent', 'Text', '1.2 kB'],
  [{ kind: 'binary', direction: 'sent' }, 'sent', 'Binary', '1.2 kB'],
  [{ kind: 'ping', byteLength: 0 }, 'ping', 'Ping', '0 B'],
  [{ kind: 'pong', direction: 'sent', byteLength: 4 }, 'pong', 'Pong', '4 B'],
  [{ kind: 'close', byteLength: 2 }, 'close', 'Close', '2 B'],
  [{ kind: 'opened' }, 'opened', 'Opened', ''],
  [{ kind: 'ended' }, 'ended', 'Ended', ''],
])('describes %j', (fields, icon, kindLabel, sizeLabel) => {
  expect(describeEntry({ ...ROW, ...fields })).toEqual({
    icon,
    kindLabel,
    sizeLabel,
    framesLabel: '',
    gapLabel: '+17 ms',
  });
});

test.each([
  [null, ''],
  [0, '+0 ms'],
  [0.42, '+0.4 ms'],
  [201_000, '+3 min 21 s'],
  [-12, '-12 ms'],
])('a gap of %s is labelled %j', (gapMs, label) => {
  expect(describeEntry({ ...ROW, gapMs }).gapLabel).toBe(label);
});

test.each([
  [0, ''],
  [1, ''],
  [3, 'in 3 frames'],
  [4_031, 'in 4,031 frames'],
])('a message of %s frames is labelled %j', (frames, label) => {
  expect(describeEntry({ ...ROW, frames }).framesLabel).toBe(label);
});
