import { assertNever } from '#domain/assertNever.ts';
import { isJsonSpace } from '#domain/format/jsonIndex.ts';
import { openJson } from '#domain/payload/openJson.ts';
import type { JsonOpening } from '#domain/payload/payloadReader.ts';
import { describeClosePayload } from '#domain/transcript/describeClosePayload.ts';
import type { EntryKind, TranscriptEntry } from '#domain/transcript/entry.ts';
import { explainCloseCode } from '#domain/websocket/closeCode.ts';

export type EntryView = 'text' | 'json' | 'hex';

/** An entry's payload, read in the ways in which it can be shown. */
export interface EntryReading {
  readonly views: readonly EntryView[];
  readonly defaultView: EntryView;
  /** `null` when it is too long to be decoded between two frames. */
  readonly text: string | null;
  /** False when `text` has signs in place of bytes that are no text. */
  readonly isUtf8: boolean;
  /** `null` when it is too long to be read between two frames, or never shown as JSON. */
  readonly json: JsonOpening | null;
}

/**
 * Longer payloads are read in a thread of their own: this much is there at once, and laid out as text at once, which
 * takes a browser longest.
 */
export const MAX_DIRECT_BYTES = 100_000;

const VIEWS: Readonly<Record<EntryKind, readonly EntryView[]>> = {
  text: ['text', 'json', 'hex'],
  binary: ['text', 'json', 'hex'],
  ping: ['text', 'hex'],
  pong: ['text', 'hex'],
  close: ['text', 'hex'],
  opened: ['text'],
  ended: ['text'],
};

export function readEntryPayload({ kind, payload }: Pick<TranscriptEntry, 'kind' | 'payload'>): EntryReading {
  const views = VIEWS[kind];
  if (payload.byteLength > MAX_DIRECT_BYTES) {
    const view = defaultView(kind, true, looksLikeJson(payload));
    return { views, defaultView: view, text: null, isUtf8: true, json: null };
  }
  const { text, isUtf8 } = kind === 'close' ? readClose(payload) : decode(payload);
  const json = views.includes('json') ? openJson(payload) : null;
  return { views, defaultView: defaultView(kind, isUtf8, json?.ok ?? false), text, isUtf8, json };
}

const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = Array.from('{}[]', (bracket) =>
  bracket.charCodeAt(0),
);

/** Whether it begins and ends as an object or array does: to know more, all of it has to be read. */
function looksLikeJson(payload: Uint8Array): boolean {
  const first = payload.find((byte) => !isJsonSpace(byte));
  const last = payload.findLast((byte) => !isJsonSpace(byte));
  return (first === OPEN_BRACE && last === CLOSE_BRACE) || (first === OPEN_BRACKET && last === CLOSE_BRACKET);
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
