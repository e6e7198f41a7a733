import { previewText } from '#domain/format/previewText.ts';

/** Longer lines are cut, characters: an error page that stands in one line says what it says at its beginning. */
const MAX_LINE_CHARACTERS = 400;

/** One line for a terminal. A server chooses what stands in it: control sequences of the terminal are shown, not obeyed. */
export function printableLine(text: string): string {
  const { text: line, isCut } = previewText(Buffer.from(text), MAX_LINE_CHARACTERS);
  return isCut ? `${line}…` : line;
}

/** As lines, at most `maxLines`; one more says how many were left out. */
export function printableLines(text: string, maxLines: number): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/);
  const shown = lines.slice(0, maxLines).map(printableLine);
  const rest = lines.length - shown.length;
  return rest === 0 ? shown : [...shown, `… ${rest} more ${rest === 1 ? 'line' : 'lines'}`];
}
