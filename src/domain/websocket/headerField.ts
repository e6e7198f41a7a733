import type { HeaderField } from '../handshake/handshakeRecord.ts';
import { findNonTokenCharacter } from './token.ts';
import { quoteCharacter } from '../format/quoteCharacter.ts';

/** A sentence when `name` cannot be a header name (RFC 7230 section 3.2: a token), or `null`. */
export function checkHeaderName(name: string): string | null {
  if (name === '') return 'Enter a header name.';
  const found = findNonTokenCharacter(name);
  if (found === null) return null;
  return `A header name cannot hold ${quoteCharacter(found.character)} (character ${found.position}): use letters, digits and hyphens.`;
}

/**
 * A sentence when `value` cannot be sent, or `null`. A line break in a value would let it add headers of its own, so
 * this check stands between whatever a person pasted and the socket.
 */
export function checkHeaderValue(value: string): string | null {
  let position = 1;
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    const place = `(character ${position})`;
    if (character === '\r' || character === '\n') {
      return `A header value cannot hold a line break ${place}: remove it.`;
    }
    if ((code < 0x20 && character !== '\t') || code === 0x7f) {
      return `A header value cannot hold the control character ${quoteCharacter(character)} ${place}: remove it.`;
    }
    if (code > 0xff) {
      return `A header value cannot hold ${quoteCharacter(character)} ${place}: HTTP carries Latin-1 only. Encode the value, for example with percent signs or base64.`;
    }
    position += 1;
  }
  return null;
}

/** The value of a header, whatever its case; repeated ones are joined with `, ` (RFC 7230 section 3.2.2). */
export function findHeader(headers: readonly HeaderField[], name: string): string | null {
  const wanted = name.toLowerCase();
  const values = headers
    .filter((header) => header.name.toLowerCase() === wanted)
    .map((header) => header.value);
  return values.length === 0 ? null : values.join(', ');
}

/** Headers that only Postern may write, and where a person sets what they say. */
const OWN_HEADERS: Readonly<Record<string, string>> = {
  host: 'The Host header follows from the gateway URL: change it there.',
  connection: 'The Connection header belongs to the opening handshake: Postern sends it.',
  upgrade: 'The Upgrade header belongs to the opening handshake: Postern sends it.',
  origin: 'Set the Origin header in the options, where it can also be left out.',
  'sec-websocket-protocol': 'Offer subprotocols in the list of subprotocols: they make this header.',
  'sec-websocket-extensions': 'Offer compression in the options: it makes this header.',
  'content-length': 'An opening handshake has no body, so it has no Content-Length header.',
  'transfer-encoding': 'An opening handshake has no body, so it has no Transfer-Encoding header.',
  trailer: 'An opening handshake has no body, so it has no Trailer header.',
  expect: 'An opening handshake has no body, so it has no Expect header.',
  'proxy-authorization':
    'Put proxy credentials into the proxy URL in the options: as a header they would go to the gateway.',
};

/** A sentence when a person may not set this request header, or `null`. */
export function isForbiddenRequestHeader(name: string): string | null {
  const key = name.trim().toLowerCase();
  const reason = Object.hasOwn(OWN_HEADERS, key) ? OWN_HEADERS[key] : undefined;
  if (reason !== undefined) return reason;
  if (key.startsWith('sec-websocket-')) {
    return `The ${name.trim()} header belongs to the opening handshake: Postern sends what it needs.`;
  }
  return null;
}
