import { assertNever } from '../assertNever.ts';
import type { OutgoingMessage } from '../connection/outgoingMessage.ts';
import { decodeBase64 } from '../format/base64.ts';
import type { DecodedBytes } from '../format/decodedBytes.ts';
import { parseHex } from '../format/parseHex.ts';
import { readJson } from '../format/readJson.ts';
import type { TypedMessage } from './profile.ts';
import { missingVariable } from './variables/fillProfile.ts';
import { fillText } from './variables/fillText.ts';
import type { VariableLookup } from './variables/variableLookup.ts';

/** What was typed, read as the message that it would make. */
export type MessageReading =
  /** `warning` is a sentence on what the person may not have meant; it can be sent all the same. */
  | {
      readonly kind: 'sendable';
      readonly message: OutgoingMessage;
      readonly byteLength: number;
      readonly warning: string | null;
    }
  /** `problem` is a sentence on what to mend; `null` when there is nothing to mend yet. */
  | { readonly kind: 'unsendable'; readonly problem: string | null };

/** The variables in it are filled in first. */
export function readMessage(
  { mode, text: typed, binaryEncoding }: TypedMessage,
  lookup: VariableLookup,
): MessageReading {
  const { text, missing } = fillText(typed, lookup);
  if (missing.length > 0) return { kind: 'unsendable', problem: missing.map(missingInMessage).join(' ') };
  switch (mode) {
    case 'text':
      return textMessage(text, null);
    case 'json':
      return textMessage(text, jsonWarning(text));
    case 'binary':
      return binaryMessage(binaryEncoding === 'hex' ? parseHex(text) : decodeBase64(text));
    default:
      return assertNever(mode);
  }
}

export function bytesMessage(bytes: Uint8Array): MessageReading {
  const message = { kind: 'binary', bytes } as const;
  return { kind: 'sendable', message, byteLength: bytes.byteLength, warning: null };
}

function textMessage(text: string, warning: string | null): MessageReading {
  const { byteLength } = new TextEncoder().encode(text);
  return { kind: 'sendable', message: { kind: 'text', text }, byteLength, warning };
}

function binaryMessage(decoded: DecodedBytes): MessageReading {
  return decoded.ok ? bytesMessage(decoded.bytes) : { kind: 'unsendable', problem: decoded.message };
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
