import { assertNever } from '#domain/assertNever.ts';
import type { OutgoingMessage } from '#domain/connection/outgoingMessage.ts';
import { decodeBase64 } from '#domain/format/base64.ts';
import type { DecodedBytes } from '#domain/format/decodedBytes.ts';
import { parseHex } from '#domain/format/parseHex.ts';
import { readJson } from '#domain/format/readJson.ts';
import type { Composer } from '#state/draftMessagesStore.ts';

/** What stands in the composer, read as the message that it would make. */
export type DraftReading =
  /** `warning` is a sentence on what the person may not have meant; it can be sent all the same. */
  | {
      readonly kind: 'sendable';
      readonly message: OutgoingMessage;
      readonly byteLength: number;
      readonly warning: string | null;
    }
  /** `problem` is a sentence on what to mend; `null` when there is nothing to mend yet. */
  | { readonly kind: 'unsendable'; readonly problem: string | null };

type Draft = Pick<Composer, 'mode' | 'text' | 'binaryEncoding' | 'file'>;

export function readDraft(draft: Draft): DraftReading {
  switch (draft.mode) {
    case 'text':
      return textMessage(draft.text, null);
    case 'json':
      return textMessage(draft.text, jsonWarning(draft.text));
    case 'binary':
      return readBinary(draft);
    default:
      return assertNever(draft.mode);
  }
}

function readBinary({ binaryEncoding, text, file }: Draft): DraftReading {
  switch (binaryEncoding) {
    case 'hex':
      return binaryMessage(parseHex(text));
    case 'base64':
      return binaryMessage(decodeBase64(text));
    case 'file':
      return file === null
        ? { kind: 'unsendable', problem: null }
        : binaryMessage({ ok: true, bytes: file.bytes });
    default:
      return assertNever(binaryEncoding);
  }
}

function textMessage(text: string, warning: string | null): DraftReading {
  const { byteLength } = new TextEncoder().encode(text);
  return { kind: 'sendable', message: { kind: 'text', text }, byteLength, warning };
}

function binaryMessage(decoded: { ok: true; bytes: Uint8Array } | DecodedBytes): DraftReading {
  if (!decoded.ok) return { kind: 'unsendable', problem: decoded.message };
  const { bytes } = decoded;
  const message = { kind: 'binary', bytes } as const;
  return { kind: 'sendable', message, byteLength: bytes.byteLength, warning: null };
}

/** An empty field is no mistake yet. */
function jsonWarning(text: string): string | null {
  if (text.trim() === '') return null;
  const reading = readJson(text);
  if (reading.ok) return null;
  return `Not valid JSON. Line ${reading.line}, column ${reading.column}: ${reading.message}`;
}
