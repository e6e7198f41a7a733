import { describeEntry } from '#domain/transcript/describeEntry.ts';
import type { TranscriptEntry } from '#domain/transcript/entry.ts';
import { DIRECTION_WORDS } from './transcriptRowView.ts';

/** For example `Received text`; what happened to the connection itself went no way: `Opened`. */
export function entryTitle(
  entry: Pick<TranscriptEntry, 'kind' | 'direction' | 'byteLength' | 'frames' | 'gapMs'>,
): string {
  const { kindLabel } = describeEntry(entry);
  const isEvent = entry.kind === 'opened' || entry.kind === 'ended';
  return isEvent ? kindLabel : `${DIRECTION_WORDS[entry.direction]} ${kindLabel.toLowerCase()}`;
}
