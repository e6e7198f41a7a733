import type { JsonCondition, JsonLiteral, JsonOperator, JsonStep, JsonTest } from './filterNode.ts';
import { FilterSyntaxError } from './filterSyntaxError.ts';

export interface ReadCondition {
  readonly condition: JsonCondition;
  readonly end: number;
}

/** Reads `$.items[0].id > 3` from `start`, where the `$` stands. */
export function readJsonCondition(text: string, start: number): ReadCondition {
  const { path, end } = readPath(text, start);
  const [spaces] = match(/\s*/y, text, end) ?? [''];
  const { test, end: testEnd } = readTest(text, end + spaces.length);
  return { condition: { path, test }, end: testEnd ?? end };
}

/** Whether a condition begins here, rather than a word with a dollar sign in it. */
export function isJsonCondition(text: string, start: number): boolean {
  return match(/\$(?:[.[]|\s*(?:[=!]=|[<>]))/y, text, start) !== null;
}

const NAME = /\.([\p{L}\p{N}_$-]+)/uy;
const ITEM = /\[\s*(-?\d+)\s*\]/y;
const EACH = /\[\s*\*\s*\]|\.\*/y;
const QUOTED_NAME = /\[\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\s*\]/y;

function readPath(text: string, start: number): { readonly path: JsonStep[]; readonly end: number } {
  const path: JsonStep[] = [];
  let end = start + 1;
  while (text[end] === '.' || text[end] === '[') {
    const { step, length } = readStep(text, start, end);
    path.push(step);
    end += length;
  }
  return { path, end };
}

function readStep(
  text: string,
  start: number,
  at: number,
): { readonly step: JsonStep; readonly length: number } {
  const each = match(EACH, text, at);
  if (each !== null) return { step: { kind: 'each' }, length: each[0].length };
  const name = match(NAME, text, at);
  if (name?.[1] !== undefined) return { step: { kind: 'member', name: name[1] }, length: name[0].length };
  const item = match(ITEM, text, at);
  if (item !== null) return { step: { kind: 'item', index: Number(item[1]) }, length: item[0].length };
  const quoted = match(QUOTED_NAME, text, at);
  if (quoted?.[1] !== undefined) {
    const name = readString(quoted[1], at + quoted[0].indexOf(quoted[1]));
    return { step: { kind: 'member', name }, length: quoted[0].length };
  }
  const wanted =
    text[at] === '.'
      ? 'A name is missing after the dot. One with other signs in it is written $["like this"].'
      : 'Brackets hold the number of an item, * or a name in quotes: $.items[0], $.items[*], $["a name"].';
  throw new FilterSyntaxError(text[at] === '.' ? at : Math.max(start, at), nextSpace(text, at), wanted);
}

/** The word that makes a test; `end` is `null` when nothing stands after the path. */
function readTest(text: string, at: number): { readonly test: JsonTest; readonly end: number | null } {
  const word = match(/(?:exists|contains)(?![\p{L}\p{N}_])/uy, text, at)?.[0];
  if (word === 'exists') return { test: { kind: 'exists' }, end: at + word.length };
  const operator = match(/[=!]==?|[<>]=?|=/y, text, at)?.[0];
  const sign = word ?? operator;
  if (sign === undefined) return { test: { kind: 'exists' }, end: null };
  const valueAt = at + sign.length + (match(/\s*/y, text, at + sign.length)?.[0].length ?? 0);
  const { value, end } = readLiteral(text, valueAt, { text: sign, start: at });
  if (operator === undefined) return { test: { kind: 'contains', value }, end };
  return { test: { kind: 'compare', operator: operatorOf(operator), value }, end };
}

function operatorOf(sign: string): JsonOperator {
  switch (sign) {
    case '!=':
    case '!==':
      return '!=';
    case '<':
    case '<=':
    case '>':
    case '>=':
      return sign;
    default:
      return '==';
  }
}

const STRING = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/y;
const NUMBER = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\p{L}\p{N}_.])/iuy;
const WORD = /(true|false|null)(?![\p{L}\p{N}_])/uy;

function readLiteral(
  text: string,
  at: number,
  sign: { readonly text: string; readonly start: number },
): { readonly value: JsonLiteral; readonly end: number } {
  const string = match(STRING, text, at)?.[0];
  if (string !== undefined) {
    return { value: { kind: 'string', text: readString(string, at) }, end: at + string.length };
  }
  const number = match(NUMBER, text, at)?.[0];
  if (number !== undefined) return { value: { kind: 'number', text: number }, end: at + number.length };
  const word = match(WORD, text, at)?.[1];
  if (word === 'true' || word === 'false' || word === 'null') {
    return { value: { kind: 'word', text: word }, end: at + word.length };
  }
  const wanted = 'a text in quotes, a number, true, false or null';
  if (at >= text.length) {
    throw new FilterSyntaxError(
      sign.start,
      sign.start + sign.text.length,
      `After ${sign.text} comes ${wanted}.`,
    );
  }
  const isOpen = text[at] === '"' || text[at] === "'";
  throw new FilterSyntaxError(
    at,
    isOpen ? text.length : nextSpace(text, at),
    isOpen ? 'This quote is not closed.' : `After ${sign.text} comes ${wanted}: $.action == "echo".`,
  );
}

/** A string in either quotes, with the escapes of JSON. */
function readString(quoted: string, at: number): string {
  const inner = quoted.slice(1, -1);
  const json = quoted.startsWith("'") ? inner.replaceAll(/\\.|"/g, inDoubleQuotes) : inner;
  try {
    return JSON.parse(`"${json}"`) as string;
  } catch {
    // What the parser of JSON says of it differs from browser to browser.
    throw new FilterSyntaxError(
      at,
      at + quoted.length,
      String.raw`This text has an escape that JSON does not know. A backslash is written \\.`,
    );
  }
}

/** What an escape or a quote of a text in single quotes is in double ones. */
function inDoubleQuotes(sign: string): string {
  if (sign === "\\'") return "'";
  return sign === '"' ? String.raw`\"` : sign;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function nextSpace(text: string, at: number): number {
  const space = text.slice(at).search(/\s/);
  return space === -1 ? text.length : Math.max(at + 1, at + space);
}
