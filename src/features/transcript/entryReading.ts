import { assertNever } from '#domain/assertNever.ts';
import { detectBase64, detectFormat } from '#domain/payload/detectFormat.ts';
import type { DetectedFormat } from '#domain/payload/detectFormat.ts';
import { isJsonSpace } from '#domain/format/jsonIndex.ts';
import { openJson } from '#domain/payload/openJson.ts';
import type { JsonOpening } from '#domain/payload/payloadReader.ts';
import { describeClosePayload } from '#domain/transcript/describeClosePayload.ts';
import type { EntryKind, TranscriptEntry } from '#domain/transcript/entry.ts';
import { explainCloseCode } from '#domain/websocket/closeCode.ts';

export type EntryView = 'text' | 'json' | 'hex' | 'decoded';

/** An entry's payload, read in the ways in which it can be shown. */
export interface EntryReading {
  readonly views: readonly EntryView[];
  readonly defaultView: EntryView;
  /** What the payload seems to be, beside text. */
  readonly detected: DetectedFormat | null;
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
  binary: ['text', 'json', 'hex', 'decoded'],
  ping: ['text', 'hex'],
  pong: ['text', 'hex'],
  close: ['text', 'hex'],
  opened: ['text'],
  ended: ['text'],
};

export function readEntryPayload({ kind, payload }: Pick<TranscriptEntry, 'kind' | 'payload'>): EntryReading {
  if (payload.byteLength > MAX_DIRECT_BYTES) {
    const detected = kind === 'binary' ? detectFormat(payload) : null;
    const seen = { kind, detected, isUtf8: true, isJson: looksLikeJson(payload) };
    return { ...viewsOf(seen), detected, text: null, isUtf8: true, json: null };
  }
  const { text, isUtf8 } = kind === 'close' ? readClose(payload) : decode(payload);
  const json = VIEWS[kind].includes('json') ? openJson(payload) : null;
  const detected = detect(kind, payload, text, isUtf8);
  const seen = { kind, detected, isUtf8, isJson: json?.ok ?? false };
  return { ...viewsOf(seen), detected, text, isUtf8, json };
}

/** Nobody said whether unpacked bytes are text: what reads as text is taken for that. */
export function readUnpacked(payload: Uint8Array): EntryReading {
  const binary = readEntryPayload({ kind: 'binary', payload });
  if (!binary.isUtf8 || binary.detected !== null) return binary;
  const isJson = binary.json?.ok ?? looksLikeJson(payload);
  return { ...binary, defaultView: isJson ? 'json' : 'text' };
}

function detect(kind: EntryKind, payload: Uint8Array, text: string, isUtf8: boolean): DetectedFormat | null {
  if (kind === 'text') return detectBase64(text);
  // What is text all through is taken for text, whatever else it would read as.
  return kind !== 'binary' || isUtf8 ? null : detectFormat(payload);
}

interface Seen {
  readonly kind: EntryKind;
  readonly detected: DetectedFormat | null;
  readonly isUtf8: boolean;
  readonly isJson: boolean;
}

function viewsOf(seen: Seen): Pick<EntryReading, 'views' | 'defaultView'> {
  const views = VIEWS[seen.kind];
  const canDecode = seen.kind === 'text' && seen.detected !== null;
  return { views: canDecode ? [...views, 'decoded'] : views, defaultView: defaultView(seen) };
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

function defaultView({ kind, detected, isUtf8, isJson }: Seen): EntryView {
  switch (kind) {
    case 'text':
      return isJson ? 'json' : 'text';
    case 'binary':
      return detected === null || isGuess(detected) ? 'hex' : 'decoded';
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

/** Too many bytes read as protobuf for that to be shown unasked. */
function isGuess({ format }: DetectedFormat): boolean {
  return format === 'protobuf';
}

interface DecodedText {
  readonly text: string;
  readonly isUtf8: boolean;
}

function readClose(payload: Uint8Array): DecodedText {
  const { closeCode, reason } = describeClosePayload(payload);
  const { name, meaning } = explainCloseCode(closeCode);
  const said = reason === '' ? 'No reason was given.' : `Reason: ${reason}`;
  return { text: `${closeCode} ${name}\n${meaning}\n${said}`, isUtf8: true };
}

function decode(payload: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(payload), isUtf8: true };
  } catch {
    // No UTF-8: shown with a sign for each byte that is none, and said so.
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(payload), isUtf8: false };
  }
}
