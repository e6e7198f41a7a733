/**
 * Tokens, as RFC 7230 section 3.2.6 has them, and the reader that the header grammars of RFC 6455 are read with.
 */

const TOKEN_CHARACTER = /[!#$%&'*+\-.^_`|~0-9A-Za-z]/;
const TOKEN = new RegExp(`^${TOKEN_CHARACTER.source}+$`);

export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

/** The first character that may not stand in a token, and where (from 1, for people); `null` when all may. */
export function findNonTokenCharacter(text: string): { character: string; position: number } | null {
  let position = 1;
  for (const character of text) {
    if (!TOKEN_CHARACTER.test(character)) return { character, position };
    position += 1;
  }
  return null;
}

/** The elements of a comma list. Empty ones are dropped, as RFC 7230 section 7 asks of a recipient. */
export function parseList(header: string): readonly string[] {
  return header
    .split(',')
    .map((element) => element.trim())
    .filter((element) => element !== '');
}

/** Reads a header value from left to right. */
export class HeaderReader {
  readonly #text: string;
  #offset = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the next read begins, from 1, for people. */
  get position(): number {
    return this.#offset + 1;
  }

  get isAtEnd(): boolean {
    return this.#offset >= this.#text.length;
  }

  skipSpace(): void {
    while (this.#text[this.#offset] === ' ' || this.#text[this.#offset] === '\t') this.#offset += 1;
  }

  /** Takes `character` when it comes next. */
  take(character: string): boolean {
    if (this.#text[this.#offset] !== character) return false;
    this.#offset += 1;
    return true;
  }

  /** Reads as many token characters as there are; empty when there are none. */
  readToken(): string {
    const start = this.#offset;
    while (TOKEN_CHARACTER.test(this.#text[this.#offset] ?? '')) this.#offset += 1;
    return this.#text.slice(start, this.#offset);
  }

  /** Reads a quoted string and unescapes it; `null` when none begins here or it never ends. */
  readQuotedString(): string | null {
    if (!this.take('"')) return null;
    let value = '';
    while (!this.isAtEnd) {
      if (this.take('"')) return value;
      this.take('\\');
      value += this.#text[this.#offset] ?? '';
      this.#offset += 1;
    }
    return null;
  }
}
