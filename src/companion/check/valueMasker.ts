import { MASK } from '#domain/profile/maskUrlBy.ts';
import { joinQuery } from '#domain/profile/queryText.ts';
import { encodedCharacter } from './encodedCharacter.ts';

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
  const forms = maskable.flatMap(formsOf);
  const beginnings = maskable.flatMap(plainForms);
  return (text) => {
    const masked = forms.reduce(maskForm, text);
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

/** A value to look for, each of its characters in any encoding, and what else goes with it. */
interface Form {
  readonly characters: readonly RegExp[];
  readonly rest: RegExp;
}

const NO_REST = /(?:)/y;
/** The end of the base64 that a secret stands in: its first character holds some bits of the secret. */
const REST_OF_BASE64 = /[\w+/-]*={0,2}/y;

function formsOf(secret: string): readonly Form[] {
  const hidden = spellingsOf(secret).flatMap((spelling) => {
    const bytes = Buffer.from(spelling);
    return [
      ...base64Parts(bytes).map((part) => toForm(part, REST_OF_BASE64)),
      toForm(bytes.toString('hex'), NO_REST),
    ];
  });
  return [toForm(secret, NO_REST), ...hidden];
}

/** What a server has of a secret when it encodes a whole request or URL: as it was sent, and as usual elsewhere. */
function spellingsOf(secret: string): readonly string[] {
  const asSent = joinQuery([{ name: '', value: secret }]);
  const asJson = JSON.stringify(secret).slice(1, -1);
  return [...new Set([secret, asSent, encodeURIComponent(secret), asJson])];
}

function toForm(text: string, rest: RegExp): Form {
  return { characters: Array.from(text, encodedCharacter), rest };
}

/** One expression for all of a token would take seconds to compile, so the characters are followed one by one. */
function maskForm(text: string, form: Form): string {
  let masked = '';
  let done = 0;
  for (let at = 0; at < text.length; at += 1) {
    const end = endOfForm(text, at, form);
    if (end === null) continue;
    masked += text.slice(done, at) + MASK;
    done = end;
    at = end - 1;
  }
  return masked + text.slice(done);
}

function endOfForm(text: string, start: number, { characters, rest }: Form): number | null {
  let at: number | null = start;
  for (const character of characters) {
    at = endOfMatch(character, text, at);
    if (at === null) return null;
  }
  return endOfMatch(rest, text, at);
}

function endOfMatch(sticky: RegExp, text: string, at: number): number | null {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : null;
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
  return [...spellingsOf(secret), Buffer.from(secret).toString('base64')];
}

/** A quotation ends with the text, or where an ellipsis says so. */
const CUT = /…|$/g;

function maskBeginnings(text: string, forms: readonly string[]): string {
  let masked = '';
  let done = 0;
  for (const { index: end } of text.matchAll(CUT)) {
    const length = Math.max(0, ...forms.map((form) => cutLength(text.slice(done, end), form)));
    if (length === 0) continue;
    masked += text.slice(done, end - length) + MASK;
    done = end;
  }
  return masked + text.slice(done);
}

/** How much of the beginning of `form` stands at the end of `text`. */
function cutLength(text: string, form: string): number {
  const tail = text.slice(-form.length);
  const beginning = form.slice(0, MIN_MASKED_CHARACTERS);
  for (let at = tail.indexOf(beginning); at !== -1; at = tail.indexOf(beginning, at + 1)) {
    if (form.startsWith(tail.slice(at))) return tail.length - at;
  }
  return 0;
}
