import { describe, expect, it } from 'vitest';
import type { TranscriptRow } from '#domain/transcript/entry.ts';
import { describeRow, transcriptRowView } from './transcriptRowView.ts';

const ECHO: TranscriptRow = {
  sequence: 3,
  time: Date.UTC(2026, 10, 22, 12, 1, 7, 131),
  direction: 'received',
  kind: 'text',
  byteLength: 18,
  frames: 1,
  gapMs: 17,
  preview: '{"message":"echo"}',
  isPreviewCut: false,
};

describe('transcriptRowView', () => {
  it('shows a text message with its time, size and gap and no label', () => {
    expect(transcriptRowView(ECHO, 0)).toEqual({
      sequence: 3,
      time: '12:01:07.131',
      direction: 'received',
      look: 'data',
      label: null,
      preview: '{"message":"echo"}',
      isPreviewCut: false,
      size: '18 B',
      frames: '',
      gap: '+17 ms',
      mark: null,
    });
  });

  it('says that a text message is empty', () => {
    const empty = { ...ECHO, byteLength: 0, preview: '' };
    expect(transcriptRowView(empty, 0)).toMatchObject({ label: 'Empty text', preview: '', size: '0 B' });
  });

  it('joins the lines of indented JSON', () => {
    const preview = '{␊  "a": 1,␍␊  "b": "␀"␊}';
    expect(transcriptRowView({ ...ECHO, preview }, 0).preview).toBe('{ "a": 1, "b": "␀" }');
  });

  it('leaves the gap of the first entry blank', () => {
    expect(transcriptRowView({ ...ECHO, gapMs: null }, 0).gap).toBe('');
  });

  it.each([
    ['binary', 'data', 'Binary'],
    ['ping', 'control', 'Ping'],
    ['pong', 'control', 'Pong'],
    ['close', 'control', 'Close'],
  ] as const)('labels a %s frame and draws it as %s', (kind, look, label) => {
    expect(transcriptRowView({ ...ECHO, kind }, 0)).toMatchObject({ look, label, direction: 'received' });
  });

  it.each(['opened', 'ended'] as const)('gives %s neither direction nor label nor size', (kind) => {
    expect(transcriptRowView({ ...ECHO, kind }, 0)).toMatchObject({
      look: 'event',
      label: null,
      direction: null,
      size: '',
    });
  });
});

describe('describeRow', () => {
  it('says what a row shows, the direction first', () => {
    expect(describeRow(transcriptRowView(ECHO, 0))).toBe('Received, {"message":"echo"}, 18 B, 12:01:07.131');
  });

  it('says in how many frames a message went', () => {
    expect(describeRow(transcriptRowView({ ...ECHO, frames: 2 }, 0))).toBe(
      'Received, {"message":"echo"}, 18 B, in 2 frames, 12:01:07.131',
    );
  });

  it('leaves out what a row does not have', () => {
    const ended = transcriptRowView({ ...ECHO, kind: 'ended', preview: 'Closed by the server' }, 0);
    expect(describeRow(ended)).toBe('Closed by the server, 12:01:07.131');
  });
});
