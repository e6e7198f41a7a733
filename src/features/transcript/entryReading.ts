import { assertNever } from '#domain/assertNever.ts';
import { readJson } from '#domain/format/readJson.ts';
import type { JsonReading } from '#domain/format/readJson.ts';
import { describeClosePayload } from '#domain/transcript/describeClosePayload.ts';
import type { EntryKind, TranscriptEntry } from '#domain/transcript/entry.ts';
import { explainCloseCode } from '#domain/websocket/closeCode.ts';

export type EntryView = 'text' | 'json' | 'hex';

/** An entry's payload, read in the ways in which it can be shown. */
export interface EntryReading {
  readonly views: readonly EntryView[];
  readonly defaultView: EntryView;
  readonly text: string;
  /** False when `text` has signs in place of bytes that are no text. */
  readonly isUtf8: boolean;
  /** `null` when the text is too long to be parsed unasked. */
  readonly json: JsonReading | null;
}

/** Longer text is parsed as JSON only when the person asks for it, UTF-16 units: this much takes some 50 ms. */
const MAX_UNASKED_JSON_LENGTH = 2_000_000;

const VIEWS: Readonly<Record<EntryKind, readonly EntryView[]>> = {
  text: ['text', 'json', 'hex'],
  binary: ['text', 'json', 'hex'],
  ping: ['text', 'hex'],
  pong: ['text', 'hex'],
  close: ['text', 'hex'],
  opened: ['text'],
  ended: ['text'],
};

export function readEntryPayload({ kind, payload }: TranscriptEntry): EntryReading {
  const { text, isUtf8 } = kind === 'close' ? readClose(payload) : decode(payload);
  const views = VIEWS[kind];
  const canParse = views.includes('json') && text.length <= MAX_UNASKED_JSON_LENGTH;
  const json = canParse ? readJson(text) : null;
  return { views, defaultView: defaultView(kind, isUtf8, json?.ok ?? false), text, isUtf8, json };
}

function defaultView(kind: EntryKind, isUtf8: boolean, isJson: boolean): EntryView {
  switch (kind) {
    case 'text':
      return isJson ? 'json' : 'text';
    case 'binary':
      return 'hex';
    case 'ping':
    case 'pong':
      return isUtf8 ? 'text' : 'hex';
    case 'close':
    case 'opened':
    case 'ended':
      return 'text';
    default:
      return assertNever(kind);
  }
}

function readClose(payload: Uint8Array): Pick<EntryReading, 'text' | 'isUtf8'> {
  const { closeCode, reason } = describeClosePayload(payload);
  const { name, meaning } = explainCloseCode(closeCode);
  const said = reason === '' ? 'No reason was given.' : `Reason: ${reason}`;
  return { text: `${closeCode} ${name}\n${meaning}\n${said}`, isUtf8: true };
}

function decode(payload: Uint8Array): Pick<EntryReading, 'text' | 'isUtf8'> {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(payload), isUtf8: true };
  } catch {
    // No UTF-8: shown with a sign for each byte that is none, and said so.
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(payload), isUtf8: false };
  }
}
