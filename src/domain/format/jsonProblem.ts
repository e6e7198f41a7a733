import { quoteCharacter } from './quoteCharacter.ts';

/** Why a text is no JSON, and where. */
export interface JsonProblem {
  readonly ok: false;
  /** A sentence, without the place. */
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
}

/** Thrown where reading ends, `offset` bytes into the text. */
export class JsonTextError extends Error {
  override readonly name = 'JsonTextError';
  readonly code = 'no-json';
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** With the line and column that a person counts. */
export function locateProblem(bytes: Uint8Array, { message, offset }: JsonTextError): JsonProblem {
  let line = 1;
  let lineStart = 0;
  for (let at = 0; at < offset; at += 1) {
    const byte = bytes[at];
    const isBreak = byte === 0x0a || (byte === 0x0d && bytes[at + 1] !== 0x0a);
    if (!isBreak) continue;
    line += 1;
    lineStart = at + 1;
  }
  let column = 1;
  for (let at = lineStart; at < offset; at += 1) if (!isContinuation(bytes[at])) column += 1;
  return { ok: false, message, line, column };
}

/** In UTF-8, a byte that goes on with the character before it. */
function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/;
const WORD = /^[\p{L}\p{N}_$.+-]+/u;

/** Bytes that are looked at to say what stands in a wrong place. */
const LOOKED_AT_BYTES = 256;

/** Whether a number or a word goes on at `offset`. */
export function continuesWord(bytes: Uint8Array, offset: number): boolean {
  return WORD.test(textAt(bytes, offset, 4));
}

export function noValue(bytes: Uint8Array, offset: number): JsonTextError {
  const text = textAt(bytes, offset, LOOKED_AT_BYTES);
  const word = WORD.exec(text)?.[0] ?? '';
  if (word === '') return expected('a value', bytes, offset);
  return new JsonTextError(describeWord(word, NUMBER.exec(text)?.[0] ?? ''), offset);
}

export function expected(what: string, bytes: Uint8Array, offset: number): JsonTextError {
  const [found] = textAt(bytes, offset, 4);
  const message =
    found === undefined
      ? `The text ends where ${what} should stand.`
      : `Here should stand ${what}, not ${quoteCharacter(found)}.`;
  return new JsonTextError(message, offset);
}

export function controlCharacter(bytes: Uint8Array, offset: number): JsonTextError {
  const [character = ''] = textAt(bytes, offset, 1);
  return new JsonTextError(
    `A string cannot hold ${quoteCharacter(character)} itself: write it as an escape.`,
    offset,
  );
}

function describeWord(word: string, number: string): string {
  if (/^-?0\d/.test(word)) return `“${cut(word)}” is no number in JSON: it may not begin with 0.`;
  if (number !== '' || /^[-+.\d]/.test(word)) return `“${cut(word)}” is no number in JSON.`;
  return `“${cut(word)}” is no value in JSON: a text stands in double quotes, and the words are true, false and null.`;
}

/** Enough of a word to recognise it. */
const MAX_QUOTED_CHARACTERS = 40;

function cut(word: string): string {
  return word.length <= MAX_QUOTED_CHARACTERS ? word : `${word.slice(0, MAX_QUOTED_CHARACTERS)}…`;
}

function textAt(bytes: Uint8Array, offset: number, length: number): string {
  // A character that is cut at the end is left out.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(offset, offset + length), {
    stream: true,
  });
}
