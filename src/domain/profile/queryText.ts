/**
 * Query parameters as a person reads them, and as they stand in a URL.
 *
 * The rule: a field shows what is sent, except for characters that a URL cannot hold as they are. Whatever a valid
 * URL says survives the way into fields and back byte for byte, because gateways sign queries (AWS SigV4) and
 * compare keys. So percent-encodings already there stay, and so do `=` and `+` in values: re-encoding like a form
 * would turn `+` into `%2B` or a space, and `==` at the end of a key into `%3D%3D`.
 */
export interface QueryPair {
  /** Empty for a bare word (`?chat`), which is all value. */
  readonly name: string;
  readonly value: string;
}

/** What WHATWG URL encodes in the query of a `ws:` URL, and what would end the value: `&`, and a `%` that encodes nothing. */
const NEEDS_ENCODING = /[^\x21\x24\x25\x28-\x3b\x3d\x3f-\x7e]|%(?![0-9A-Fa-f]{2})/gu;
const PERCENT_ENCODINGS = /(?:%[0-9A-F]{2})+/g;
/** Letters, marks, numbers, punctuation, symbols and the plain space: what shows as itself in a field. */
const IS_VISIBLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

/** The query, without `?`, that says these pairs. */
export function joinQuery(pairs: readonly QueryPair[]): string {
  return pairs.map(joinPair).join('&');
}

/** The pairs of a query without its `?`; `joinQuery` gives a valid query back, less empty parts such as in `a&&b`. */
export function splitQuery(query: string): readonly QueryPair[] {
  return query
    .split('&')
    .filter((part) => part !== '')
    .map(splitPair);
}

function joinPair({ name, value }: QueryPair): string {
  if (name === '') return encode(value);
  return `${encode(name).replaceAll('=', '%3D')}=${encode(value)}`;
}

function splitPair(part: string): QueryPair {
  const equals = part.indexOf('=');
  if (equals <= 0) return { name: '', value: decode(part) };
  return { name: decodeName(part.slice(0, equals)), value: decode(part.slice(equals + 1)) };
}

function decodeName(text: string): string {
  return decode(text.replaceAll('%3D', '='));
}

function encode(text: string): string {
  return text.replace(NEEDS_ENCODING, percentEncode);
}

/** Decodes the encodings that `encode` would make again, and leaves all others. */
function decode(text: string): string {
  return text.replace(PERCENT_ENCODINGS, (run) => {
    const decoded = decodeUtf8(run);
    if (decoded === null) return run;
    return Array.from(decoded, (character) => {
      const encoded = percentEncode(character);
      const isMadeAgain = character !== '%' && encode(character) === encoded;
      return isMadeAgain && IS_VISIBLE.test(character) ? character : encoded;
    }).join('');
  });
}

function decodeUtf8(run: string): string | null {
  try {
    return decodeURIComponent(run);
  } catch {
    // Not UTF-8: bytes that no text stands for are shown as they are.
    return null;
  }
}

function percentEncode(character: string): string {
  return Array.from(
    new TextEncoder().encode(character),
    (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');
}
