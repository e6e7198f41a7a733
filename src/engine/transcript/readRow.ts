import { previewHex } from '#domain/format/previewHex.ts';
import { previewText } from '#domain/format/previewText.ts';
import type { Preview } from '#domain/format/previewText.ts';
import { assertNever } from '#domain/assertNever.ts';
import { describeClosePayload } from '#domain/transcript/describeClosePayload.ts';
import type { EntryKind, TranscriptEntry, TranscriptRow } from '#domain/transcript/entry.ts';
import { explainCloseCode } from '#domain/websocket/closeCode.ts';
import { entryKindOf } from './entryKind.ts';
import type { TranscriptStore } from './transcriptStore.ts';

/** A preview is one line of a log, and this fills the widest screen. */
const PREVIEW_CHARACTERS = 400;
/** The bytes that so many characters can take, with room to see that there is more. */
const PREVIEW_BYTES = PREVIEW_CHARACTERS * 4 + 1;

/** Everything but the payload. */
type EntryFacts = Omit<TranscriptEntry, 'payload'>;

/** The row of an entry: only what is on screen is decoded. */
export function readRow(store: TranscriptStore, index: number): TranscriptRow {
  const facts = readFacts(store, index);
  const preview = previewOf(facts.kind, store.beginningAt(index, PREVIEW_BYTES));
  return {
    ...facts,
    preview: preview.text,
    isPreviewCut: preview.isCut || facts.byteLength > PREVIEW_BYTES,
  };
}

/** The whole entry, with a copy of its payload. */
export function readEntry(store: TranscriptStore, index: number): TranscriptEntry {
  return { ...readFacts(store, index), payload: store.copyAt(index) };
}

function readFacts(store: TranscriptStore, index: number): EntryFacts {
  const time = store.timeAt(index);
  return {
    sequence: store.sequenceAt(index),
    time,
    direction: store.isSentAt(index) ? 'sent' : 'received',
    kind: entryKindOf(store.kindAt(index)),
    byteLength: store.byteLengthAt(index),
    frames: store.framesAt(index),
    gapMs: index === store.first ? null : time - store.timeAt(index - 1),
  };
}

function previewOf(kind: EntryKind, beginning: Uint8Array): Preview {
  switch (kind) {
    case 'text':
    case 'opened':
    case 'ended':
      return previewText(beginning, PREVIEW_CHARACTERS);
    case 'close':
      return previewClose(beginning);
    case 'ping':
    case 'pong':
      return isUtf8(beginning)
        ? previewText(beginning, PREVIEW_CHARACTERS)
        : previewHex(beginning, PREVIEW_CHARACTERS);
    case 'binary':
      return previewHex(beginning, PREVIEW_CHARACTERS / 2);
    default:
      return assertNever(kind);
  }
}

function previewClose(payload: Uint8Array): Preview {
  const { closeCode, reason } = describeClosePayload(payload);
  const { name } = explainCloseCode(closeCode);
  // A reason has at most 123 bytes, so it is never cut; `previewText` makes a line of it.
  const { text } = previewText(new TextEncoder().encode(reason), PREVIEW_CHARACTERS);
  return { text: `${closeCode} ${name}${text === '' ? '' : `: ${text}`}`, isCut: false };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    // Not text: that is the answer, not an error.
    return false;
  }
}
