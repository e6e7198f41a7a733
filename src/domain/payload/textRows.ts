const NEW_LINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const TAB = 0x09;

/** The first byte of a character of three bytes and more: from there on most are as wide as two. */
const WIDE_LEAD = 0xe0;
const LEAD = 0xc0;
const CONTINUATION = 0x80;

export const TAB_COLUMNS = 8;

/** Bytes that are no text could go on without a character's end. */
const MAX_COLUMN_BYTES = 4;

/** Every so many rows their start is kept: four bytes for each would be as much as a text of line breaks. */
const CHECKPOINT_ROWS = 64;

/** Reading so many bytes takes some milliseconds. */
const PROGRESS_BYTES = 1024 * 1024;

/**
 * A text as rows of a bounded width, so that a line of 50 MB can be scrolled through: a row ends at a line break or after
 * `columns`, and only those that are looked at are decoded.
 */
export class TextRows {
  readonly rowCount: number;
  readonly #bytes: Uint8Array;
  readonly #columns: number;
  readonly #checkpoints: number[] = [];

  constructor(bytes: Uint8Array, columns: number, onProgress: (bytes: number) => void = () => {}) {
    this.#bytes = bytes;
    this.#columns = columns;
    let rowCount = 0;
    let nextProgress = PROGRESS_BYTES;
    for (let start = 0; start < bytes.length; start = this.#endOfRow(start)) {
      if (rowCount % CHECKPOINT_ROWS === 0) this.#checkpoints.push(start);
      rowCount += 1;
      if (start < nextProgress) continue;
      onProgress(start);
      nextProgress = start + PROGRESS_BYTES;
    }
    this.rowCount = rowCount;
  }

  rows(first: number, count: number): readonly string[] {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const rows: string[] = [];
    const end = Math.min(this.rowCount, first + count);
    let start = this.#startOf(first);
    for (let row = first; row < end; row += 1) {
      const next = this.#endOfRow(start);
      rows.push(decoder.decode(this.#bytes.subarray(start, this.#withoutBreak(start, next))));
      start = next;
    }
    return rows;
  }

  #startOf(row: number): number {
    const checkpoint = Math.floor(row / CHECKPOINT_ROWS);
    let start = this.#checkpoints[checkpoint] ?? this.#bytes.length;
    for (let passed = checkpoint * CHECKPOINT_ROWS; passed < row; passed += 1) start = this.#endOfRow(start);
    return start;
  }

  /** Where the row that starts here ends, its line break included. */
  #endOfRow(start: number): number {
    const bytes = this.#bytes;
    const limit = Math.min(bytes.length, start + this.#columns * MAX_COLUMN_BYTES);
    let column = 0;
    for (let at = start; at < limit; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === NEW_LINE) return at + 1;
      const width = widthOf(byte);
      // One character fits in any case.
      if (width > 0 && column > 0 && column + width > this.#columns) return this.#takeBreak(at);
      column += width;
    }
    return limit;
  }

  /** A line break directly behind a full row ends that row, and makes no empty one. */
  #takeBreak(at: number): number {
    if (this.#bytes[at] === NEW_LINE) return at + 1;
    return this.#bytes[at] === CARRIAGE_RETURN && this.#bytes[at + 1] === NEW_LINE ? at + 2 : at;
  }

  #withoutBreak(start: number, end: number): number {
    if (this.#bytes[end - 1] !== NEW_LINE) return end;
    return end - 2 >= start && this.#bytes[end - 2] === CARRIAGE_RETURN ? end - 2 : end - 1;
  }
}

/** In columns; what goes on with a character before it has none. */
function widthOf(byte: number): number {
  if (byte === TAB) return TAB_COLUMNS;
  if (byte < CONTINUATION) return 1;
  if (byte < LEAD) return 0;
  return byte < WIDE_LEAD ? 1 : 2;
}
