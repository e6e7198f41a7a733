import { assertNever } from '../assertNever.ts';
import { encodeBase64Bytes } from '../format/base64.ts';
import { ByteSink } from '../format/byteSink.ts';
import { formatBytes } from '../format/formatBytes.ts';
import { indentJson } from '../format/indentJson.ts';
import { indexJson } from '../format/jsonIndex.ts';

/** How the clipboard gets a payload; `json` is indented. */
export type CopyForm = 'text' | 'json' | 'base64' | 'hex';

/** A clipboard takes more, but the browser holds the page up while it hands a text over: for seconds with 50 MB. */
const MAX_CLIPBOARD_BYTES = 16_000_000;

/** A payload cannot be had in this form. The message is for the person who asked for it. */
export class CopyFormError extends Error {
  override readonly name = 'CopyFormError';
  readonly code: 'too-long' | 'no-json';

  constructor(code: CopyFormError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** The UTF-8 of a payload in a form of text. */
export function writePayload(
  payload: Uint8Array<ArrayBuffer>,
  form: CopyForm,
  maxBytes = MAX_CLIPBOARD_BYTES,
): Uint8Array<ArrayBuffer> {
  const bounded = (length: number, write: () => Uint8Array<ArrayBuffer>) => {
    if (length > maxBytes) throw tooLong(form, maxBytes);
    return write();
  };
  switch (form) {
    case 'text':
      return bounded(payload.length, () => payload);
    case 'base64':
      return bounded(Math.ceil(payload.length / 3) * 4, () => encodeBase64Bytes(payload));
    case 'hex':
      return bounded(payload.length * HEX_BYTES, () => hexBytes(payload));
    case 'json':
      return indented(payload, maxBytes);
    default:
      return assertNever(form);
  }
}

const FORM_NAMES: Readonly<Record<CopyForm, string>> = {
  text: 'text',
  json: 'indented JSON',
  base64: 'base64',
  hex: 'hex',
};

function tooLong(form: CopyForm, maxBytes: number): CopyFormError {
  const limit = formatBytes(maxBytes);
  return new CopyFormError(
    'too-long',
    `As ${FORM_NAMES[form]} this is more than ${limit}, too much for the clipboard. Save the payload as a file instead.`,
  );
}

function indented(payload: Uint8Array, maxBytes: number): Uint8Array<ArrayBuffer> {
  const indexing = indexJson(payload);
  if (!indexing.ok) {
    const { line, column, message } = indexing;
    throw new CopyFormError('no-json', `This is not JSON. Line ${line}, column ${column}: ${message}`);
  }
  const sink = new ByteSink(maxBytes);
  indentJson(indexing.index, sink);
  if (sink.isFull) throw tooLong('json', maxBytes);
  return sink.take();
}

/** Two digits, and a space. */
const HEX_BYTES = 3;
const SPACE = 0x20;
const DIGITS = new TextEncoder().encode('0123456789abcdef');

function hexBytes(payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const written = new Uint8Array(Math.max(0, payload.length * HEX_BYTES - 1)).fill(SPACE);
  for (const [index, byte] of payload.entries()) {
    written[index * HEX_BYTES] = DIGITS[byte >> 4] ?? 0;
    written[index * HEX_BYTES + 1] = DIGITS[byte & 0xf] ?? 0;
  }
  return written;
}
