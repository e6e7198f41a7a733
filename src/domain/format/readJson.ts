import { countCharacters } from './countCharacters.ts';
import type { JsonMember, JsonNode } from './jsonNode.ts';
import { quoteCharacter } from './quoteCharacter.ts';

export type JsonReading = { readonly ok: true; readonly root: JsonNode } | JsonProblem;

export interface JsonProblem {
  readonly ok: false;
  /** A sentence, without the place. */
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
}

/**
 * Deeper JSON is not read: no API sends it, reading recurses, and the indentation of pretty text grows with the square
 * of the depth.
 */
export const MAX_JSON_DEPTH = 500;

/** Reads JSON (RFC 8259) and says where and why it cannot. */
export function readJson(text: string): JsonReading {
  const reader = new JsonReader(text);
  try {
    return { ok: true, root: reader.readText() };
  } catch (error) {
    if (error instanceof JsonTextError)
      return { ok: false, message: error.message, ...locate(text, error.offset) };
    throw error;
  }
}

class JsonTextError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

function locate(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: countCharacters(before.at(-1) ?? '') + 1 };
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[\p{L}\p{N}_$.+-]+/uy;
const SPACE = /[ \t\n\r]*/y;
/** A run of a string's characters that need no look: neither a quote, nor an escape, nor a control character. */
const PLAIN_RUN = /[ !#-[\]-\uffff]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

class JsonReader {
  readonly #text: string;
  #offset = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readText(): JsonNode {
    const root = this.#readValue();
    this.#skipSpace();
    if (this.#offset < this.#text.length)
      throw this.#problem('The JSON value has ended, but more text follows.');
    return root;
  }

  #readValue(): JsonNode {
    this.#skipSpace();
    switch (this.#text.charAt(this.#offset)) {
      case '{':
        return this.#nested(() => ({ kind: 'object', members: this.#readMembers() }));
      case '[':
        return this.#nested(() => ({ kind: 'array', items: this.#readItems() }));
      case '"':
        return { kind: 'string', source: this.#readString() };
      default:
        return this.#readNumberOrWord();
    }
  }

  #nested(read: () => JsonNode): JsonNode {
    if (this.#depth >= MAX_JSON_DEPTH) throw this.#problem(`Nested deeper than ${MAX_JSON_DEPTH} levels.`);
    this.#depth += 1;
    this.#offset += 1;
    const node = read();
    this.#depth -= 1;
    return node;
  }

  #readMembers(): readonly JsonMember[] {
    const members: JsonMember[] = [];
    if (this.#take('}')) return members;
    do {
      this.#skipSpace();
      if (this.#text[this.#offset] !== '"') throw this.#expected('a name in double quotes');
      const keySource = this.#readString();
      if (!this.#take(':')) throw this.#expected('a colon after the name');
      members.push({ keySource, node: this.#readValue() });
    } while (this.#take(','));
    if (!this.#take('}')) throw this.#expected('a comma or “}”');
    return members;
  }

  #readItems(): readonly JsonNode[] {
    const items: JsonNode[] = [];
    if (this.#take(']')) return items;
    do items.push(this.#readValue());
    while (this.#take(','));
    if (!this.#take(']')) throw this.#expected('a comma or “]”');
    return items;
  }

  #readString(): string {
    const start = this.#offset;
    this.#offset += 1;
    for (;;) {
      this.#match(PLAIN_RUN);
      const character = this.#text[this.#offset];
      if (character === undefined) {
        this.#offset = start;
        throw this.#problem('This string has no closing quote.');
      }
      if (character === '"') break;
      if (character !== '\\') {
        throw this.#problem(
          `A string cannot hold ${quoteCharacter(character)} itself: write it as an escape.`,
        );
      }
      if (this.#match(ESCAPE) === '')
        throw this.#problem('After “\\” only " \\ / b f n r t or u and four hex digits may stand.');
    }
    this.#offset += 1;
    return this.#text.slice(start, this.#offset);
  }

  #readNumberOrWord(): JsonNode {
    const start = this.#offset;
    const number = this.#match(NUMBER);
    this.#offset = start;
    const word = this.#match(WORD);
    if (word !== '' && word === number) return { kind: 'number', source: number };
    if (word === 'true' || word === 'false') return { kind: 'boolean', source: word };
    if (word === 'null') return { kind: 'null', source: word };
    this.#offset = start;
    if (word === '') throw this.#expected('a value');
    throw this.#problem(describeWord(word, number));
  }

  /** Takes `character` when it comes next, white space apart. */
  #take(character: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#offset] !== character) return false;
    this.#offset += 1;
    return true;
  }

  #skipSpace(): void {
    this.#match(SPACE);
  }

  /** Takes what `pattern` matches here; empty when it does not. */
  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#offset;
    const matched = pattern.exec(this.#text)?.[0] ?? '';
    this.#offset += matched.length;
    return matched;
  }

  #expected(what: string): JsonTextError {
    const found = this.#text.codePointAt(this.#offset);
    if (found === undefined) return this.#problem(`The text ends where ${what} should stand.`);
    return this.#problem(`Here should stand ${what}, not ${quoteCharacter(String.fromCodePoint(found))}.`);
  }

  #problem(message: string): JsonTextError {
    return new JsonTextError(message, this.#offset);
  }
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
