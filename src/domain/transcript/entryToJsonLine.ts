import { assertNever } from '../assertNever.ts';
import { encodeBase64 } from '../format/base64.ts';
import { formatIsoTime } from '../format/formatDateTime.ts';
import { describeClosePayload } from './describeClosePayload.ts';
import type { TranscriptEntry } from './entry.ts';

/**
 * An entry as one line of JSON Lines, without the line break. The payload is `text` where it is text, `closeCode` and
 * `reason` for a Close frame, and `base64` for everything else; an entry without a payload has none of these.
 * `frames` is there for a message that took more than one.
 */
export function entryToJsonLine(entry: TranscriptEntry): string {
  const { sequence, time, direction, kind, byteLength, frames } = entry;
  return JSON.stringify({
    sequence,
    time: formatIsoTime(time),
    direction,
    kind,
    byteLength,
    ...(frames > 1 ? { frames } : {}),
    ...payloadMembers(entry),
  });
}

function payloadMembers({ kind, payload }: TranscriptEntry): Readonly<Record<string, string | number>> {
  switch (kind) {
    case 'text':
    case 'opened':
    case 'ended':
      return textMember(payload);
    case 'close':
      return { ...describeClosePayload(payload) };
    case 'binary':
    case 'ping':
    case 'pong':
      return payload.length === 0 && kind !== 'binary' ? {} : { base64: encodeBase64(payload) };
    default:
      return assertNever(kind);
  }
}

/** A text message that broke RFC 6455 section 8.1 is exported byte by byte rather than repaired. */
function textMember(payload: Uint8Array): Readonly<Record<string, string>> {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(payload) };
  } catch {
    // Not UTF-8: the export keeps what there was.
    return { base64: encodeBase64(payload) };
  }
}
