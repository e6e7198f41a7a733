/**
 * What a spreadsheet takes for the beginning of a formula, or drops (OWASP, CSV injection), and our own guard, so that
 * every cell comes back as it was.
 */
const TRIGGER = String.raw`['=+\-@\t\r＝＋－＠]`;
/**
 * Where a cell begins: at its beginning, and behind what other settings of a spreadsheet take for the end of a cell or
 * row, quotes or not.
 */
const BEGINNING = String.raw`(?<=^|[;\t\r\n])`;

const TO_GUARD = new RegExp(`${BEGINNING}(?=${TRIGGER})`, 'g');
const GUARDED = new RegExp(`${BEGINNING}'(?=${TRIGGER})`, 'g');
const NEEDS_QUOTES = /[",\r\n]/;

/** A text as a cell that no spreadsheet runs: an apostrophe stands before whatever could begin a formula. */
export function guardCell(text: string): string {
  return text.replace(TO_GUARD, "'");
}

/** The inverse. */
export function unguardCell(cell: string): string {
  return cell.replace(GUARDED, '');
}

/** A cell as RFC 4180 writes it. */
export function quoteCell(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
