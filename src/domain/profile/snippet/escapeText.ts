/** What is not seen, ends a line, or turns the direction of what is read: a snippet shows it as an escape. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** The escapes that JavaScript, Python, C# and Go write alike. */
const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Half a pair of surrogates, which has no encoding, is what it becomes as bytes. */
const REPLACEMENT_ESCAPE = '\\ufffd';

/**
 * The inside of a string literal of JavaScript, Python, C# or Go. `special` is what gets a backslash (with flag `g`);
 * `escapeAstral` writes a code point of more than 16 bits.
 */
export function escapeText(
  text: string,
  special: RegExp,
  escapeAstral: (codePoint: number) => string,
): string {
  return text.replace(special, '\\$&').replace(UNSEEN, (character) => {
    const short = SHORT_ESCAPES[character];
    if (short !== undefined) return short;
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint > 0xffff) return escapeAstral(codePoint);
    return isSurrogate(codePoint) ? REPLACEMENT_ESCAPE : `\\u${hex(codePoint, 4)}`;
  });
}

/** `"…"` as Python, C# and Go have it. */
export function doubleQuoted(text: string): string {
  return `"${escapeDoubleQuoted(text)}"`;
}

export function escapeDoubleQuoted(text: string): string {
  return escapeText(text, /[\\"]/g, (codePoint) => `\\U${hex(codePoint, 8)}`);
}

/** As `escapeDoubleQuoted`, for where braces hold expressions: Python and C# write those of the text twice. */
export function escapeInterpolated(text: string): string {
  return escapeDoubleQuoted(text).replaceAll(/[{}]/g, '$&$&');
}

function isSurrogate(codePoint: number): boolean {
  return codePoint >= 0xd800 && codePoint <= 0xdfff;
}

function hex(codePoint: number, digits: number): string {
  return codePoint.toString(16).padStart(digits, '0');
}
