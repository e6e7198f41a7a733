const known = new Map<string, RegExp>();

/**
 * A character as it may stand in a text that a server wrote, at the expression's `lastIndex`: plain, percent-encoded,
 * escaped as in JSON or HTML. Of either case, because host names and percent-encodings change theirs on the way.
 */
export function encodedCharacter(character: string): RegExp {
  const found = known.get(character);
  if (found !== undefined) return found;
  const pattern = new RegExp(characterSource(character), 'iuy');
  known.set(character, pattern);
  return pattern;
}

const HTML_NAMES: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
};

/** JSON in JSON has several, and in a URL each is percent-encoded. */
const BACKSLASH = String.raw`(?:\\|%(?:25)*5c)`;
/** HTML in a URL. */
const AMPERSAND = '(?:&|%(?:25)*26)';
const SEMICOLON = '(?:;|%(?:25)*3b)';

/** The longer forms first: `&amp;` begins with `&`. */
function characterSource(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  const bytes = Buffer.from(character);
  const htmlName = HTML_NAMES[character];
  const alternatives = [
    ...(htmlName === undefined ? [] : [`${AMPERSAND}${htmlName}${SEMICOLON}`]),
    `${AMPERSAND}#(?:0*${codePoint}|x0*${codePoint.toString(16)})${SEMICOLON}`,
    `${BACKSLASH}{0,3}${percentSource(bytes)}`,
    `${BACKSLASH}{1,4}u${utf16Source(character)}`,
  ];
  // UTF-8 that was taken for Latin-1, and Latin-1 itself.
  if (bytes.length > 1) alternatives.push(Array.from(bytes.toString('latin1'), escapeCharacter).join(''));
  if (codePoint > 0x7f && codePoint <= 0xff) alternatives.push(percentSource(Buffer.from([codePoint])));
  // A query may write a space as +, base64url writes - and _ for + and /.
  if (character === ' ') alternatives.push('\\+');
  if (character === '+') alternatives.push('-');
  if (character === '/') alternatives.push('_');
  if (character === '\n') alternatives.push('\\\\n');
  alternatives.push(`${BACKSLASH}{0,3}${escapeCharacter(character)}`);
  return `(?:${alternatives.join('|')})`;
}

function escapeCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** `%25` is a percent sign that was encoded itself. */
function percentSource(bytes: Buffer): string {
  return Array.from(bytes, (byte) => `%(?:25)*${byte.toString(16).padStart(2, '0')}`).join('');
}

function utf16Source(character: string): string {
  return Array.from({ length: character.length }, (_, index) =>
    character.charCodeAt(index).toString(16).padStart(4, '0'),
  ).join('\\\\u');
}
