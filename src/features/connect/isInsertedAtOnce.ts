/** Shorter pieces are typed; a pasted URL or command line is longer. */
const MIN_PASTED_LENGTH = 8;

/**
 * True when `next` came from `previous` by inserting one long piece: a paste, a drop, an autofill, or a script that fills
 * the field. Those events differ between browsers; the text does not.
 */
export function isInsertedAtOnce(previous: string, next: string): boolean {
  return next.length - commonEnds(previous, next) >= MIN_PASTED_LENGTH;
}

/** How many characters at both ends the two share. */
function commonEnds(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return start + end;
}

/** True when the text says more than a `ws:` or `wss:` URL without a query: then it is worth taking apart. */
export function isWorthReading(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '') return false;
  return !/^wss?:\/\/[^\s?#]*$/i.test(trimmed);
}
