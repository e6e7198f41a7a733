const SYNTAX = /[\\^$.*+?()[\]{}|/]/g;

const ASCII_ONLY = /^[\0-\x7f]*$/;

/**
 * What finds a text in decoded payloads. Letters of ASCII are the same in either case as ASCII has it; others by
 * Unicode's simple case folding, for which `u` stands.
 */
export function textPattern(text: string, isCaseSensitive: boolean): RegExp {
  const source = text.replaceAll(SYNTAX, String.raw`\$&`);
  if (isCaseSensitive) return new RegExp(source);
  return new RegExp(source, ASCII_ONLY.test(text) ? 'i' : 'iu');
}

/** Whether a text has letters beyond ASCII that are written in two cases, which bytes alone do not tell. */
export function hasFoldedLetters(text: string): boolean {
  const beyond = text.replaceAll(/[\0-\x7f]/g, '');
  return beyond.toLowerCase() !== beyond || beyond.toUpperCase() !== beyond;
}
