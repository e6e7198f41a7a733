import type { FilterTerm } from './filterNode.ts';
import type { FilterToken } from './filterToken.ts';
import { isJsonCondition, readJsonCondition } from './readJsonCondition.ts';
import { readPattern } from './readPattern.ts';
import { readTerm, termNameOf } from './readTerm.ts';

/**
 * Cuts an expression into words. What people paste into a search box is taken as it stands wherever it can be: a quote,
 * a slash or a parenthesis has a meaning of its own only where a word begins, and a quote only when it is closed where a
 * word ends. So `{"action":"echo"}`, `/api/users` and `f(x)` are plain text.
 */
export function tokenizeFilter(text: string): readonly FilterToken[] {
  const tokens: FilterToken[] = [];
  let depth = 0;
  let at = skipSpaces(text, 0);
  while (at < text.length) {
    const token = readToken(text, at, depth);
    if (token.kind === 'open') depth += 1;
    if (token.kind === 'close') depth -= 1;
    tokens.push(token);
    at = skipSpaces(text, token.end);
  }
  return tokens;
}

function readToken(text: string, start: number, depth: number): FilterToken {
  const sign = text[start];
  if (sign === '(') return { kind: 'open', start, end: start + 1 };
  if (sign === ')' && depth > 0) return { kind: 'close', start, end: start + 1 };
  if (sign === '-' && NEGATED.test(text.slice(start + 1, start + 2)))
    return { kind: 'not', start, end: start + 1 };
  if (sign === '$' && isJsonCondition(text, start)) {
    const { condition, end } = readJsonCondition(text, start);
    return { kind: 'term', start, end, term: { kind: 'json', condition } };
  }
  const pattern = sign === '/' ? readPattern(text, start) : null;
  if (pattern !== null) return { kind: 'term', start, ...pattern };
  const quoted = sign === '"' ? readQuoted(text, start) : null;
  if (quoted !== null) return { kind: 'term', start, end: quoted.end, term: plainText(quoted.text) };
  return readWord(text, start, depth);
}

/** A minus sign in front of anything else, such as a digit, is part of a text. */
const NEGATED = /[\p{L}"/($]/u;

function readWord(text: string, start: number, depth: number): FilterToken {
  const end = endOfWord(text, start, depth);
  const word = text.slice(start, end);
  if (word === 'and' || word === 'AND') return { kind: 'and', start, end };
  if (word === 'or' || word === 'OR') return { kind: 'or', start, end };
  if (word === 'not' || word === 'NOT') return { kind: 'not', start, end };
  const name = termNameOf(word);
  if (name === null) return { kind: 'term', start, end, term: plainText(word) };
  const valueStart = start + name.length + 1;
  const quoted = text[valueStart] === '"' ? readQuoted(text, valueStart) : null;
  const value = quoted?.text ?? text.slice(valueStart, end);
  return { kind: 'term', start, end: quoted?.end ?? end, term: readTerm(name, value, valueStart) };
}

/** Up to a space, or to a parenthesis that closes one from before the word. */
function endOfWord(text: string, start: number, depth: number): number {
  let open = 0;
  let end = start;
  for (; end < text.length; end += 1) {
    const sign = text.charAt(end);
    if (/\s/.test(sign)) break;
    if (sign === '(') open += 1;
    if (sign !== ')') continue;
    if (open > 0) open -= 1;
    else if (depth > 0) break;
  }
  return end;
}

const QUOTED = /"((?:[^"\\]|\\.)*)"(?=[\s)]|$)/sy;

/** A text in quotes; `null` when the quote is not closed, or not where a word ends. */
function readQuoted(text: string, start: number): { readonly text: string; readonly end: number } | null {
  QUOTED.lastIndex = start;
  const [whole, inner] = QUOTED.exec(text) ?? [];
  if (whole === undefined || inner === undefined || inner === '') return null;
  return { text: inner.replaceAll(/\\(["\\])/g, '$1'), end: start + whole.length };
}

function plainText(text: string): FilterTerm {
  return { kind: 'text', text, isCaseSensitive: false };
}

function skipSpaces(text: string, start: number): number {
  let at = start;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
}
