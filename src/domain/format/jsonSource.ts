import { BACKSLASH, isJsonSpace, OPEN_BRACE, OPEN_BRACKET, QUOTE } from './jsonIndex.ts';
import type { JsonIndex } from './jsonIndex.ts';
import type { JsonNode } from './jsonNode.ts';

const COLON = 0x3a;
const LETTER_N = 0x6e;
const LETTER_T = 0x74;
const LETTER_F = 0x66;

/** A range of the bytes of a JSON text. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

export function kindOfJson({ bytes, nodes }: JsonIndex, node: number): JsonNode['kind'] {
  switch (bytes[nodes.start(node)]) {
    case OPEN_BRACE:
      return 'object';
    case OPEN_BRACKET:
      return 'array';
    case QUOTE:
      return 'string';
    case LETTER_T:
    case LETTER_F:
      return 'boolean';
    case LETTER_N:
      return 'null';
    case undefined:
    default:
      return 'number';
  }
}

/** Of a scalar, quotes included. */
export function scalarRange({ bytes, nodes }: JsonIndex, node: number): SourceRange {
  const start = nodes.start(node);
  if (bytes[start] === QUOTE) {
    let quote = bytes.indexOf(QUOTE, start + 1);
    while (isEscaped(bytes, quote)) quote = bytes.indexOf(QUOTE, quote + 1);
    return { start, end: quote + 1 };
  }
  let end = start + 1;
  while (end < bytes.length && isWordByte(bytes[end])) end += 1;
  return { start, end };
}

/**
 * Of the name before a member's value, quotes included; `null` for an item, and for the root. Looked for backwards:
 * within a string every quote stands behind an odd number of backslashes, and before one no backslash stands.
 */
export function nameRange({ bytes, nodes }: JsonIndex, node: number): SourceRange | null {
  let at = beforeSpace(bytes, nodes.start(node));
  if (bytes[at - 1] !== COLON) return null;
  at = beforeSpace(bytes, at - 1);
  const end = at;
  at -= 2;
  while (bytes[at] !== QUOTE || isEscaped(bytes, at)) at -= 1;
  return { start: at, end };
}

function beforeSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at > 0 && isJsonSpace(bytes[at - 1])) at -= 1;
  return at;
}

function isEscaped(bytes: Uint8Array, quote: number): boolean {
  let at = quote;
  while (bytes[at - 1] === BACKSLASH) at -= 1;
  return (quote - at) % 2 === 1;
}

/** Of numbers and of the three words. */
function isWordByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    '+-.E'.includes(String.fromCharCode(byte))
  );
}
