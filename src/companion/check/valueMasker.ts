import { MASK } from '#domain/profile/maskUrl.ts';

/** Shorter secrets are masked at their own place only: they would be found in every other word. */
export const MIN_MASKED_CHARACTERS = 4;

/** Takes secrets out of a text, in whatever encoding they stand in it. */
export type Masker = (text: string) => string;

/**
 * Servers send back what they were sent: in a redirect, an error page, a JSON body, a reply. So every text is searched
 * for the values themselves: plain; with any of their characters percent-encoded (also twice), or escaped as in JSON or
 * HTML; as a part of base64, base64url or hex; and cut off at the end of a quotation.
 */
export function createMasker(secrets: readonly string[]): Masker {
  const maskable = [...new Set(secrets)]
    .filter((secret) => secret.length >= MIN_MASKED_CHARACTERS)
    .sort((a, b) => b.length - a.length);
  const patterns = maskable.flatMap(patternsOf);
  const beginnings = maskable.flatMap(plainForms);
  return (text) => {
    const masked = patterns.reduce((rest, pattern) => rest.replace(pattern, MASK), text);
    return maskBeginnings(masked, beginnings);
  };
}

/** The same value with every string in it masked. */
export function maskStrings<T>(value: T, mask: Masker): T {
  return maskAny(value, mask) as T;
}

function maskAny(value: unknown, mask: Masker): unknown {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((item) => maskAny(item, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskAny(item, mask)]));
}

function patternsOf(secret: string): readonly RegExp[] {
  const bytes = Buffer.from(secret);
  return [
    encodedPattern(secret),
    // With the rest of the base64, which holds some bits of the secret's end.
    ...base64Parts(bytes).map((part) => new RegExp(`${encodedSource(part)}[\\w+/-]*={0,2}`, 'giu')),
    new RegExp(bytes.toString('hex'), 'gi'),
  ];
}

function encodedPattern(text: string): RegExp {
  return new RegExp(encodedSource(text), 'giu');
}

/** Of either case: host names and percent-encodings change theirs on the way. */
function encodedSource(text: string): string {
  return Array.from(text, characterSource).join('');
}

const HTML_NAMES: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
};

function characterSource(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  const bytes = Buffer.from(character);
  const alternatives = [
    `\\\\?${escapeCharacter(character)}`,
    percentSource(bytes),
    `\\\\u${utf16Source(character)}`,
    `&#(?:0*${codePoint}|x0*${codePoint.toString(16)});`,
  ];
  if (bytes.length > 1) alternatives.push(Array.from(bytes.toString('latin1'), escapeCharacter).join(''));
  if (codePoint > 0x7f && codePoint <= 0xff) alternatives.push(percentSource(Buffer.from([codePoint])));
  // A query may write a space as +, base64url writes - and _ for + and /.
  if (character === ' ') alternatives.push('\\+');
  if (character === '+') alternatives.push('-');
  if (character === '/') alternatives.push('_');
  const htmlName = HTML_NAMES[character];
  if (htmlName !== undefined) alternatives.push(`&${htmlName};`);
  if (character === '\n') alternatives.push('\\\\n');
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

/** How many characters of base64 depend on what stands before the secret, by its place in a group of three bytes. */
const FOREIGN_CHARACTERS = [0, 2, 3] as const;

/** The characters of base64 that depend on the secret alone, for each place in a group: `Basic` has a name before it. */
function base64Parts(secret: Buffer): readonly string[] {
  return FOREIGN_CHARACTERS.map((foreign, offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), secret]);
    const wholeCharacters = Math.floor((bytes.length * 8) / 6);
    return bytes.toString('base64').slice(foreign, wholeCharacters);
  }).filter((part) => part.length >= MIN_MASKED_CHARACTERS);
}

/** The forms of which a quotation may hold the beginning. */
function plainForms(secret: string): readonly string[] {
  return [...new Set([secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')])];
}

/** A quotation ends with the text, or where an ellipsis says so. */
const CUT = /…|$/g;

function maskBeginnings(text: string, forms: readonly string[]): string {
  const cuts = Array.from(text.matchAll(CUT), ({ index }) => index).reverse();
  return cuts.reduce((rest, end) => {
    const length = Math.max(0, ...forms.map((form) => cutLength(rest.slice(0, end), form)));
    return length === 0 ? rest : `${rest.slice(0, end - length)}${MASK}${rest.slice(end)}`;
  }, text);
}

/** How much of the beginning of `form` stands at the end of `text`. */
function cutLength(text: string, form: string): number {
  for (let length = form.length - 1; length >= MIN_MASKED_CHARACTERS; length -= 1) {
    if (text.endsWith(form.slice(0, length))) return length;
  }
  return 0;
}
