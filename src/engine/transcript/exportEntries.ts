import { createJsonLinesEncoder } from '#domain/transcript/transfer/jsonLinesEncoder.ts';
import type { FilteredView } from './filteredView.ts';
import { readEntry } from './readRow.ts';
import type { TranscriptStore } from './transcriptStore.ts';

/** Lines are handed to the Blob in pieces of this many characters: it may keep them on disk, strings it may not. */
const PIECE_CHARACTERS = 1024 * 1024;

/** The transcript was cleared, or its filter changed, while it was being exported. */
export class ExportInterruptedError extends Error {
  readonly code = 'export-interrupted';
  override readonly name = 'ExportInterruptedError';
}

export interface ExportOptions {
  readonly store: TranscriptStore;
  readonly view: FilteredView;
  /** Lets others have a turn: a long export holds up neither messages nor the page. */
  readonly pause: () => Promise<void>;
}

/** The entries that the view shows now, as JSON Lines. */
export async function exportEntries({ store, view, pause }: ExportOptions): Promise<Blob> {
  const { end } = view;
  const generation = view.generation;
  const pieces: Blob[] = [];
  const encoder = createJsonLinesEncoder();
  let lines: string[] = [];
  let characters = 0;
  // The oldest entries may go while the pieces are made.
  for (let position = view.first; position < end; position = Math.max(position + 1, view.first)) {
    const entry = readEntry(store, view.indexAt(position));
    const line = encoder.entry({ ...entry, isCompressed: false, isMasked: false });
    lines.push(line);
    characters += line.length;
    if (characters < PIECE_CHARACTERS) continue;
    pieces.push(new Blob(lines));
    lines = [];
    characters = 0;
    // One piece after another is the point: the pause is for everyone else.
    // oxlint-disable-next-line no-await-in-loop
    await pause();
    if (view.generation !== generation) throw new ExportInterruptedError(INTERRUPTED);
  }
  return new Blob([...pieces, ...lines], { type: 'application/jsonl' });
}

const INTERRUPTED = 'The log was cleared or filtered anew while it was being exported. Export it again.';
