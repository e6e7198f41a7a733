/**
 * Finds its way through JSON as it came, in bytes: nothing is decoded or built. It reads brackets, strings and commas,
 * and takes whatever stands between them for a value; what is no JSON leads nowhere or to a value that nothing equals.
 */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
export const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
export const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;

/** Nothing there, or no JSON. */
export const NOWHERE = -1;

export function skipSpace(bytes: Uint8Array, at: number): number {
  let end = at;
  while (end < bytes.length && isSpace(bytes[end])) end += 1;
  return end;
}

/** The end of the value that begins at `at`; `NOWHERE` when it has none. */
export function skipValue(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (first === QUOTE) return skipString(bytes, at);
  if (first === OPEN_OBJECT || first === OPEN_ARRAY) return skipNested(bytes, at);
  let end = at;
  while (end < bytes.length && !endsLiteral(bytes[end])) end += 1;
  return end === at ? NOWHERE : end;
}

function skipString(bytes: Uint8Array, at: number): number {
  for (let end = at + 1; end < bytes.length; end += 1) {
    const byte = bytes[end];
    if (byte === QUOTE) return end + 1;
    if (byte === BACKSLASH) end += 1;
  }
  return NOWHERE;
}

function skipNested(bytes: Uint8Array, at: number): number {
  let depth = 0;
  let end = at;
  while (end < bytes.length) {
    const byte = bytes[end];
    if (byte === QUOTE) {
      end = skipString(bytes, end);
      if (end === NOWHERE) return NOWHERE;
      continue;
    }
    end += 1;
    if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) depth += 1;
    else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
      depth -= 1;
      if (depth === 0) return end;
    }
  }
  return NOWHERE;
}

/** Told of each member or item in turn. `nameStart` and `nameEnd` are `NOWHERE` for an item; true ends the walk. */
export type VisitChild = (
  nameStart: number,
  nameEnd: number,
  valueStart: number,
  valueEnd: number,
) => boolean;

/** Walks over the members of an object or the items of an array at `at`. False when that is neither, or broken. */
export function walkChildren(bytes: Uint8Array, at: number, visit: VisitChild): boolean {
  const isObject = bytes[at] === OPEN_OBJECT;
  if (!isObject && bytes[at] !== OPEN_ARRAY) return false;
  const close = isObject ? CLOSE_OBJECT : CLOSE_ARRAY;
  let next = skipSpace(bytes, at + 1);
  if (bytes[next] === close) return true;
  for (;;) {
    let nameStart = NOWHERE;
    let nameEnd = NOWHERE;
    if (isObject) {
      if (bytes[next] !== QUOTE) return false;
      nameStart = next;
      nameEnd = skipString(bytes, next);
      if (nameEnd === NOWHERE) return false;
      const colon = skipSpace(bytes, nameEnd);
      if (bytes[colon] !== COLON) return false;
      next = skipSpace(bytes, colon + 1);
    }
    const valueEnd = skipValue(bytes, next);
    if (valueEnd === NOWHERE) return false;
    if (visit(nameStart, nameEnd, next, valueEnd)) return true;
    next = skipSpace(bytes, valueEnd);
    if (bytes[next] === close) return true;
    if (bytes[next] !== COMMA) return false;
    next = skipSpace(bytes, next + 1);
  }
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function endsLiteral(byte: number | undefined): boolean {
  return byte === COMMA || byte === CLOSE_OBJECT || byte === CLOSE_ARRAY || isSpace(byte);
}
