import { assertNever } from '#domain/assertNever.ts';
import { formatBytes } from '#domain/format/formatBytes.ts';
import { formatClock } from '#domain/format/formatClock.ts';
import { formatDuration } from '#domain/format/formatDuration.ts';
import type { Direction, EntryKind, TranscriptRow } from '#domain/transcript/entry.ts';

/** A row of the log, ready to draw. */
export interface TranscriptRowView {
  readonly sequence: number;
  readonly time: string;
  /** Which way it went; `null` for what happened to the connection itself. */
  readonly direction: Direction | null;
  readonly look: RowLook;
  /** Said before the preview; `null` where the preview says it all. */
  readonly label: string | null;
  readonly preview: string;
  readonly isPreviewCut: boolean;
  readonly size: string;
  readonly gap: string;
}

/** `data` is what people came for, `control` keeps the connection going, `event` happened to the connection. */
export type RowLook = 'data' | 'control' | 'event';

export function transcriptRowView(row: TranscriptRow, timeZoneOffsetMinutes: number): TranscriptRowView {
  const look = lookOf(row.kind);
  return {
    sequence: row.sequence,
    time: formatClock(row.time, timeZoneOffsetMinutes),
    direction: look === 'event' ? null : row.direction,
    look,
    label: labelOf(row),
    preview: row.preview,
    isPreviewCut: row.isPreviewCut,
    size: look === 'event' ? '' : formatBytes(row.byteLength),
    gap: row.gapMs === null ? '' : `+${formatDuration(row.gapMs)}`,
  };
}

/** What a screen reader says of a row that the arrow keys have reached. */
export function describeRow(view: TranscriptRowView): string {
  const direction = view.direction === null ? null : DIRECTION_WORDS[view.direction];
  const parts = [direction, view.label, view.preview, view.size, view.time];
  return parts.filter((part) => part !== null && part !== '').join(', ');
}

export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = { sent: 'Sent', received: 'Received' };

export const KIND_WORDS: Readonly<Record<EntryKind, string>> = {
  text: 'text',
  binary: 'binary',
  close: 'close',
  ping: 'ping',
  pong: 'pong',
  opened: 'opened',
  ended: 'ended',
};

function labelOf(row: TranscriptRow): string | null {
  if (row.kind !== 'text') return KIND_WORDS[row.kind];
  return row.byteLength === 0 ? 'empty text' : null;
}

function lookOf(kind: EntryKind): RowLook {
  switch (kind) {
    case 'text':
    case 'binary':
      return 'data';
    case 'ping':
    case 'pong':
    case 'close':
      return 'control';
    case 'opened':
    case 'ended':
      return 'event';
    default:
      return assertNever(kind);
  }
}
