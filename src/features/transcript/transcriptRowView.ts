import type { Annotation } from '#domain/gateway/annotation.ts';
import { assertNever } from '#domain/assertNever.ts';
import { formatClock } from '#domain/format/formatClock.ts';
import { describeEntry } from '#domain/transcript/describeEntry.ts';
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
  /** `in 3 frames`; empty for one. */
  readonly frames: string;
  readonly gap: string;
  /** What the gateway means by it, in two or three words; `null` for a message of the service. */
  readonly mark: RowMark | null;
}

export interface RowMark {
  readonly tone: Annotation['tone'];
  readonly text: string;
}

/** `data` is what people came for, `control` keeps the connection going, `event` happened to the connection. */
export type RowLook = 'data' | 'control' | 'event';

export function transcriptRowView(
  row: TranscriptRow,
  timeZoneOffsetMinutes: number,
  mark: RowMark | null = null,
): TranscriptRowView {
  const look = lookOf(row.kind);
  const { kindLabel, sizeLabel, framesLabel, gapLabel } = describeEntry(row);
  return {
    sequence: row.sequence,
    time: formatClock(row.time, timeZoneOffsetMinutes),
    direction: look === 'event' ? null : row.direction,
    look,
    label: labelOf(row, look, kindLabel),
    preview: joinLines(row.preview),
    isPreviewCut: row.isPreviewCut,
    size: sizeLabel,
    frames: framesLabel,
    gap: gapLabel,
    mark,
  };
}

/** What a screen reader says of a row that the arrow keys have reached. */
export function describeRow(view: TranscriptRowView): string {
  const direction = view.direction === null ? null : DIRECTION_WORDS[view.direction];
  const { label, preview, size, frames, time } = view;
  const parts = [direction, label, view.mark?.text ?? null, preview, size, frames, time];
  return parts.filter((part) => part !== null && part !== '').join(', ');
}

export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = { sent: 'Sent', received: 'Received' };

function labelOf(row: TranscriptRow, look: RowLook, kindLabel: string): string | null {
  if (look === 'event') return null;
  if (row.kind !== 'text') return kindLabel;
  return row.byteLength === 0 ? 'Empty text' : null;
}

/** The pictures that stand for tab, line feed and carriage return in a preview, and the indentation after them. */
const LINE_BREAKS = /[\u2409\u240a\u240d]+ */g;

/** Indented JSON is read more easily without a sign at each of its line breaks; the entry itself shows them all. */
function joinLines(preview: string): string {
  return preview.replace(LINE_BREAKS, ' ');
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
