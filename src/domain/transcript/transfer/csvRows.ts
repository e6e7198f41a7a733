/** A row: `null` for a cell with nothing in it, an empty text for `""`. */
export type CsvRow = readonly (string | null)[];

/** A row is longer than any that a log has: the file is no CSV, or lacks a quote. */
export class CsvRowTooLongError extends Error {
  readonly code = 'csv-row-too-long';
  override readonly name = 'CsvRowTooLongError';
}

/** Characters of the longest row: a message of 64 MB as base64, with room. A missing quote reads no further than this. */
const MAX_ROW_CHARACTERS = 96 * 1024 * 1024;

const QUOTE = 0x22;
const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Takes RFC 4180 apart as it comes: `read` gives the rows that end in a piece, `end` the one that the file ends in. */
export class CsvRows {
  readonly #maxCharacters: number;
  #cells: (string | null)[] = [];
  /** The part of the current cell that is settled, from this piece and those before. */
  #cell = '';
  #isQuoted = false;
  /** Within quotes; `closing` where a quote may have been the last, or the first of two. */
  #state: 'plain' | 'quoted' | 'closing' = 'plain';
  #afterReturn = false;
  #characters = 0;

  constructor(maxCharacters: number = MAX_ROW_CHARACTERS) {
    this.#maxCharacters = maxCharacters;
  }

  *read(text: string): Generator<CsvRow> {
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (this.#state === 'quoted') {
        if (code !== QUOTE) continue;
        this.#take(text.slice(from, at));
        from = at + 1;
        this.#state = 'closing';
        continue;
      }
      const isAfterReturn = this.#afterReturn;
      this.#afterReturn = false;
      if (code === QUOTE) {
        // Two quotes within quotes are one of the text; the second of them goes on with it.
        if (this.#state === 'plain' && this.#cell === '' && from === at) this.#isQuoted = true;
        else if (this.#state !== 'closing') continue;
        if (this.#state === 'closing') this.#take('"');
        this.#state = 'quoted';
        from = at + 1;
      } else if (code === COMMA) {
        this.#take(text.slice(from, at));
        this.#endCell();
        from = at + 1;
      } else if (code === LINE_FEED || code === CARRIAGE_RETURN) {
        this.#take(text.slice(from, at));
        from = at + 1;
        this.#afterReturn = code === CARRIAGE_RETURN;
        if (code === LINE_FEED && isAfterReturn) continue;
        yield this.#endRow();
      }
    }
    this.#take(text.slice(from));
  }

  *end(): Generator<CsvRow> {
    if (this.#cells.length > 0 || this.#cell !== '' || this.#isQuoted) yield this.#endRow();
  }

  /** Whether the file ended within quotes. */
  get isOpen(): boolean {
    return this.#state === 'quoted';
  }

  #take(text: string): void {
    this.#characters += text.length;
    if (this.#characters > this.#maxCharacters) {
      throw new CsvRowTooLongError(
        'A row is longer than any of a log: a quote may be missing before it ends.',
      );
    }
    this.#cell += text;
  }

  #endCell(): void {
    this.#cells.push(this.#cell === '' && !this.#isQuoted ? null : this.#cell);
    this.#cell = '';
    this.#isQuoted = false;
    this.#state = 'plain';
  }

  #endRow(): CsvRow {
    this.#endCell();
    const row = this.#cells;
    this.#cells = [];
    this.#characters = 0;
    return row;
  }
}
