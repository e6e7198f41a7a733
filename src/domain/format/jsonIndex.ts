import {
  continuesWord,
  controlCharacter,
  expected,
  JsonTextError,
  locateProblem,
  noValue,
} from './jsonProblem.ts';
import type { JsonProblem } from './jsonProblem.ts';
import { NodeColumns } from './nodeColumns.ts';

/** Where the values of a JSON text stand in its UTF-8 bytes. */
export interface JsonIndex {
  readonly bytes: Uint8Array;
  /** Each starts at the first byte of its value. */
  readonly nodes: NodeColumns;
}

export type JsonIndexing = { readonly ok: true; readonly index: JsonIndex } | JsonProblem;

export interface IndexOptions {
  readonly maxDepth?: number;
  /** Told every `PROGRESS_BYTES`, how many bytes have been read. */
  readonly onProgress?: (bytes: number) => void;
}

/** Nothing recurses here, but whoever shows a value wants the way to it. */
export const MAX_INDEXED_DEPTH = 100_000;

/** Read in a few milliseconds. */
export const PROGRESS_BYTES = 1024 * 1024;

/** Finds every value of a JSON text (RFC 8259), or says where and why it is none. Reads bytes, builds no object a value. */
export function indexJson(bytes: Uint8Array, options: IndexOptions = {}): JsonIndexing {
  const scanner = new JsonScanner(bytes, options);
  try {
    return { ok: true, index: { bytes, nodes: scanner.scan() } };
  } catch (error) {
    if (error instanceof JsonTextError) return locateProblem(bytes, error);
    throw error;
  }
}

export const QUOTE = 0x22;
export const BACKSLASH = 0x5c;
export const OPEN_BRACKET = 0x5b;
export const OPEN_BRACE = 0x7b;
const CLOSE_BRACKET = 0x5d;
const CLOSE_BRACE = 0x7d;
const COMMA = 0x2c;
const COLON = 0x3a;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
const MINUS = 0x2d;
const PLUS = 0x2b;
const DOT = 0x2e;
const LETTER_A = 0x61;
const LETTER_E = 0x65;
const LETTER_F = 0x66;
const LETTER_U = 0x75;
const CAPITAL_E = 0x45;

/** What may follow “\”, other than u. */
const ESCAPED = new Set(Array.from('"\\/bfnrt', (character) => character.charCodeAt(0)));

const WORDS = ['true', 'false', 'null'].map((word) => new TextEncoder().encode(word));

/** In place of a node. */
const NONE = -1;

class JsonScanner {
  readonly #bytes: Uint8Array;
  readonly #nodes = new NodeColumns();
  /** The objects and arrays around the innermost that is open, outermost first. */
  readonly #around: number[] = [];
  #innermost = NONE;
  #isInObject = false;
  readonly #maxDepth: number;
  readonly #onProgress: (bytes: number) => void;
  #offset = 0;
  #nextProgress = PROGRESS_BYTES;

  constructor(bytes: Uint8Array, { maxDepth = MAX_INDEXED_DEPTH, onProgress = () => {} }: IndexOptions) {
    this.#bytes = bytes;
    this.#maxDepth = maxDepth;
    this.#onProgress = onProgress;
  }

  scan(): NodeColumns {
    do {
      while (this.#readValue());
      this.#tellProgress();
    } while (this.#goToNextValue());
    this.#skipSpace();
    if (this.#offset < this.#bytes.length)
      throw new JsonTextError('The JSON value has ended, but more text follows.', this.#offset);
    return this.#nodes;
  }

  /** True when it has opened an object or array, and the first value in it comes next. */
  #readValue(): boolean {
    this.#skipSpace();
    const first = this.#bytes[this.#offset];
    const node = this.#nodes.add(this.#offset);
    if (first === OPEN_BRACE || first === OPEN_BRACKET) return this.#openNode(node, first);
    if (first === QUOTE) this.#readString();
    else if (first === MINUS || isDigit(first)) this.#readNumber();
    else this.#readWord();
    return false;
  }

  #openNode(node: number, bracket: number): boolean {
    if (this.#around.length >= this.#maxDepth)
      throw new JsonTextError(`Nested deeper than ${this.#maxDepth} levels.`, this.#offset);
    this.#offset += 1;
    this.#skipSpace();
    if (this.#bytes[this.#offset] === closing(bracket)) {
      this.#offset += 1;
      return false;
    }
    this.#around.push(this.#innermost);
    this.#enter(node);
    if (this.#isInObject) this.#readName();
    return true;
  }

  /** Past commas and closing brackets; false when the outermost value has ended. */
  #goToNextValue(): boolean {
    while (this.#innermost !== NONE) {
      this.#skipSpace();
      const byte = this.#bytes[this.#offset];
      if (byte === COMMA) {
        this.#offset += 1;
        if (this.#isInObject) this.#readName();
        return true;
      }
      if (byte !== (this.#isInObject ? CLOSE_BRACE : CLOSE_BRACKET))
        throw expected(this.#isInObject ? 'a comma or “}”' : 'a comma or “]”', this.#bytes, this.#offset);
      this.#offset += 1;
      this.#nodes.close(this.#innermost);
      this.#enter(this.#around.pop() ?? NONE);
    }
    return false;
  }

  #enter(node: number): void {
    this.#innermost = node;
    this.#isInObject = node !== NONE && this.#bytes[this.#nodes.start(node)] === OPEN_BRACE;
  }

  #readName(): void {
    this.#skipSpace();
    if (this.#bytes[this.#offset] !== QUOTE)
      throw expected('a name in double quotes', this.#bytes, this.#offset);
    this.#readString();
    this.#skipSpace();
    if (this.#bytes[this.#offset] !== COLON)
      throw expected('a colon after the name', this.#bytes, this.#offset);
    this.#offset += 1;
  }

  #readString(): void {
    const bytes = this.#bytes;
    const start = this.#offset;
    let at = start + 1;
    for (;;) {
      const byte = bytes[at];
      if (byte === QUOTE) break;
      if (byte === undefined) throw new JsonTextError('This string has no closing quote.', start);
      if (byte < 0x20) throw controlCharacter(bytes, at);
      at = byte === BACKSLASH ? this.#endOfEscape(at) : at + 1;
    }
    this.#offset = at + 1;
  }

  #endOfEscape(at: number): number {
    const escaped = this.#bytes[at + 1];
    if (escaped !== undefined && ESCAPED.has(escaped)) return at + 2;
    const isUnicode =
      escaped === LETTER_U && [2, 3, 4, 5].every((step) => isHexDigit(this.#bytes[at + step]));
    if (isUnicode) return at + 6;
    throw new JsonTextError('After “\\” only " \\ / b f n r t or u and four hex digits may stand.', at);
  }

  #readNumber(): void {
    const bytes = this.#bytes;
    const start = this.#offset;
    let at = bytes[start] === MINUS ? start + 1 : start;
    const integer = at;
    at = this.#endOfDigits(at);
    let isNumber = at > integer && (bytes[integer] !== DIGIT_0 || at === integer + 1);
    if (bytes[at] === DOT) {
      const fraction = at + 1;
      at = this.#endOfDigits(fraction);
      isNumber &&= at > fraction;
    }
    if (bytes[at] === LETTER_E || bytes[at] === CAPITAL_E) {
      const sign = bytes[at + 1];
      const exponent = at + (sign === PLUS || sign === MINUS ? 2 : 1);
      at = this.#endOfDigits(exponent);
      isNumber &&= at > exponent;
    }
    if (!isNumber || !endsWord(bytes, at)) throw noValue(bytes, start);
    this.#offset = at;
  }

  #endOfDigits(from: number): number {
    let at = from;
    while (isDigit(this.#bytes[at])) at += 1;
    return at;
  }

  #readWord(): void {
    const start = this.#offset;
    const word = WORDS.find((letters) =>
      letters.every((letter, index) => this.#bytes[start + index] === letter),
    );
    if (word === undefined || !endsWord(this.#bytes, start + word.length)) throw noValue(this.#bytes, start);
    this.#offset = start + word.length;
  }

  #skipSpace(): void {
    while (isJsonSpace(this.#bytes[this.#offset])) this.#offset += 1;
  }

  #tellProgress(): void {
    if (this.#offset < this.#nextProgress) return;
    this.#nextProgress = this.#offset + PROGRESS_BYTES;
    this.#onProgress(this.#offset);
  }
}

export function isJsonSpace(byte: number | undefined): boolean {
  // Told of nearly every byte with the first comparison.
  if (byte === undefined || byte > 0x20) return false;
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function closing(bracket: number): number {
  return bracket === OPEN_BRACE ? CLOSE_BRACE : CLOSE_BRACKET;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= DIGIT_0 && byte <= DIGIT_9;
}

function isHexDigit(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const lower = byte | 0x20;
  return isDigit(byte) || (lower >= LETTER_A && lower <= LETTER_F);
}

/** Whether nothing at `offset` belongs to the number or word before it. What mostly follows is told without decoding. */
function endsWord(bytes: Uint8Array, offset: number): boolean {
  const byte = bytes[offset];
  if (byte === undefined || byte === COMMA || byte === CLOSE_BRACE || byte === CLOSE_BRACKET) return true;
  return isJsonSpace(byte) || !continuesWord(bytes, offset);
}
