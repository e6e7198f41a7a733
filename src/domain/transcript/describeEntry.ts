import { formatBytes } from '../format/formatBytes.ts';
import { formatCount } from '../format/formatCount.ts';
import { formatDuration } from '../format/formatDuration.ts';
import type { Direction, EntryKind, TranscriptRow } from './entry.ts';

export type EntryIcon = Direction | 'ping' | 'pong' | 'close' | 'opened' | 'ended';

/** The parts of a row that the log shows beside time and preview. */
export interface EntryDescription {
  readonly icon: EntryIcon;
  /** For example `Text` or `Ping`. */
  readonly kindLabel: string;
  /** Empty for what is no frame. */
  readonly sizeLabel: string;
  /** `in 3 frames`; empty for one frame, and where the number is not known. */
  readonly framesLabel: string;
  /** Since the entry before: `+17 ms`; empty for the first. */
  readonly gapLabel: string;
}

const KIND_LABELS: Readonly<Record<EntryKind, string>> = {
  text: 'Text',
  binary: 'Binary',
  close: 'Close',
  ping: 'Ping',
  pong: 'Pong',
  opened: 'Opened',
  ended: 'Ended',
};

/** What both a row and a whole entry say of themselves. */
type EntryFacts = Pick<TranscriptRow, 'kind' | 'direction' | 'byteLength' | 'frames' | 'gapMs'>;

export function describeEntry(entry: EntryFacts): EntryDescription {
  const { kind, direction, byteLength, frames, gapMs } = entry;
  return {
    icon: kind === 'text' || kind === 'binary' ? direction : kind,
    kindLabel: KIND_LABELS[kind],
    sizeLabel: kind === 'opened' || kind === 'ended' ? '' : formatBytes(byteLength),
    framesLabel: frames > 1 ? `in ${formatCount(frames)} frames` : '',
    gapLabel: gapMs === null ? '' : formatGap(gapMs),
  };
}

/** A clock that was set back between two entries makes a gap negative; its sign says so. */
function formatGap(gapMs: number): string {
  return gapMs < 0 ? formatDuration(gapMs) : `+${formatDuration(gapMs)}`;
}
