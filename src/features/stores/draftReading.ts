import { assertNever } from '#domain/assertNever.ts';
import type { OutgoingMessage } from '#domain/connection/outgoingMessage.ts';
import { decodeBase64 } from '#domain/format/base64.ts';
import type { DecodedBytes } from '#domain/format/decodedBytes.ts';
import { parseHex } from '#domain/format/parseHex.ts';
import { readJson } from '#domain/format/readJson.ts';
import { missingVariable } from '#domain/profile/variables/fillProfile.ts';
import { fillText } from '#domain/profile/variables/fillText.ts';
import type { VariableLookup } from '#domain/profile/variables/variableLookup.ts';
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

/** The variables in it are filled in first. */
export function readDraft(draft: Draft, lookup: VariableLookup): DraftReading {
  const isFile = draft.mode === 'binary' && draft.binaryEncoding === 'file';
  const { text, missing } = isFile ? { text: '', missing: [] } : fillText(draft.text, lookup);
  if (missing.length > 0) return { kind: 'unsendable', problem: missing.map(missingInMessage).join(' ') };
  switch (draft.mode) {
    case 'text':
      return textMessage(text, null);
    case 'json':
      return textMessage(text, jsonWarning(text));
    case 'binary':
      return readBinary({ ...draft, text });
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

/** Unlike in a URL, braces may be meant as they stand. */
function missingInMessage(name: string): string {
  return `${missingVariable(name)} To send the braces themselves, write \\{{${name}}}.`;
}

/** An empty field is no mistake yet. */
function jsonWarning(text: string): string | null {
  if (text.trim() === '') return null;
  const reading = readJson(text);
  if (reading.ok) return null;
  return `Not valid JSON. Line ${reading.line}, column ${reading.column}: ${reading.message}`;
}
