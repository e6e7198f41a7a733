import { assertNever } from '../../assertNever.ts';
import { decodeBase64, encodeBase64 } from '../../format/base64.ts';
import type { DecodedBytes } from '../../format/decodedBytes.ts';
import { CLOSE_CODE } from '../../websocket/closeCode.ts';
import { describeClosePayload } from '../describeClosePayload.ts';
import type { EntryKind } from '../entry.ts';

/** A payload as files have it: as `text`, as what a Close frame says, or as `base64`, which holds in any case. */
export interface PayloadMembers {
  readonly text?: string | undefined;
  readonly closeCode?: number | undefined;
  readonly reason?: string | undefined;
  readonly base64?: string | undefined;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const ENCODER = new TextEncoder();

/**
 * `text` where the payload is text, `closeCode` and `reason` for a Close frame, and `base64` for everything else; a ping
 * or pong without a payload has none of these. What the first two cannot say has `base64` beside them or in their place.
 */
export function toPayloadMembers(kind: EntryKind, payload: Uint8Array): PayloadMembers {
  switch (kind) {
    case 'text':
    case 'opened':
    case 'ended':
      return textMember(payload);
    case 'close':
      return closeMembers(payload);
    case 'binary':
      return { base64: encodeBase64(payload) };
    case 'ping':
    case 'pong':
      return payload.length === 0 ? {} : { base64: encodeBase64(payload) };
    default:
      return assertNever(kind);
  }
}

/** The inverse: the payload, byte for byte. */
export function toPayload(kind: EntryKind, members: PayloadMembers): DecodedBytes {
  const { text, closeCode, reason, base64 } = members;
  if (base64 !== undefined) return decodeBase64(base64);
  if (text !== undefined) return { ok: true, bytes: ENCODER.encode(text) };
  if (closeCode !== undefined) return { ok: true, bytes: closePayload(closeCode, reason ?? '') };
  if (kind === 'ping' || kind === 'pong' || kind === 'close') return { ok: true, bytes: new Uint8Array() };
  return { ok: false, message: `An entry of the kind “${kind}” has neither “text” nor “base64”.` };
}

/** The payload as text; `null` where it breaks RFC 6455 section 8.1 (or is none). */
export function decodeText(payload: Uint8Array): string | null {
  try {
    return UTF8.decode(payload);
  } catch {
    // Not UTF-8: that is the answer, not an error.
    return null;
  }
}

/** The payload of a Close frame (RFC 6455 section 5.5.1). */
export function closePayload(closeCode: number, reason: string): Uint8Array<ArrayBuffer> {
  // 1005 stands for a frame that has no code.
  if (closeCode === CLOSE_CODE.noStatusReceived && reason === '') return new Uint8Array();
  const text = ENCODER.encode(reason);
  const payload = new Uint8Array(2 + text.byteLength);
  payload.set([(closeCode >>> 8) & 0xff, closeCode & 0xff]);
  payload.set(text, 2);
  return payload;
}

/** A text message that is not UTF-8 is exported byte by byte rather than repaired. */
function textMember(payload: Uint8Array): PayloadMembers {
  const text = decodeText(payload);
  return text === null ? { base64: encodeBase64(payload) } : { text };
}

function closeMembers(payload: Uint8Array): PayloadMembers {
  const { closeCode, reason } = describeClosePayload(payload);
  const isExact = isSame(closePayload(closeCode, reason), payload);
  return isExact ? { closeCode, reason } : { closeCode, reason, base64: encodeBase64(payload) };
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.byteLength === other.byteLength && one.every((byte, index) => byte === other[index]);
}
