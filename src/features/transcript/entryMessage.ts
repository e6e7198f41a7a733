import { writePayload } from '#domain/payload/writePayload.ts';
import type { TypedMessage } from '#domain/profile/profile.ts';
import { MAX_KEPT_MESSAGE_LENGTH } from '#domain/profile/savedMessages.ts';
import type { TranscriptEntry } from '#domain/transcript/entry.ts';
import type { EntryReading } from './entryReading.ts';

/** Bytes that a person still reads in hex; more of them are shorter in base64. */
const MAX_HEX_BYTES = 1024;
/** Base64 writes three bytes as four characters (RFC 4648 section 4). */
const MAX_BINARY_BYTES = (MAX_KEPT_MESSAGE_LENGTH / 4) * 3;

/** Whether an entry is a message, and short enough to be kept with a profile. */
export function canBeSaved({ kind, byteLength }: Pick<TranscriptEntry, 'kind' | 'byteLength'>): boolean {
  // No text has more characters than bytes.
  return kind === 'text'
    ? byteLength <= MAX_KEPT_MESSAGE_LENGTH
    : kind === 'binary' && byteLength <= MAX_BINARY_BYTES;
}

/** An entry as a message to be sent again; `null` for one that cannot be saved. */
export function entryMessage(
  entry: TranscriptEntry,
  { defaultView }: Pick<EntryReading, 'defaultView'>,
): TypedMessage | null {
  if (!canBeSaved(entry)) return null;
  const { kind, payload } = entry;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  if (kind === 'text') {
    const mode = defaultView === 'json' ? 'json' : 'text';
    return { mode, text: decoder.decode(payload), binaryEncoding: 'hex' };
  }
  const binaryEncoding = payload.byteLength > MAX_HEX_BYTES ? 'base64' : 'hex';
  const text = decoder.decode(writePayload(new Uint8Array(payload), binaryEncoding));
  return { mode: 'binary', text, binaryEncoding };
}
