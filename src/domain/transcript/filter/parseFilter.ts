import { assertNever } from '../../assertNever.ts';
import type { FilterNode } from './filterNode.ts';
import { FilterSyntaxError } from './filterSyntaxError.ts';
import type { FilterProblem } from './filterSyntaxError.ts';
import type { FilterToken } from './filterToken.ts';
import { tokenizeFilter } from './tokenizeFilter.ts';

export type ParsedFilter =
  /** `null` asks nothing. */
  | { readonly ok: true; readonly node: FilterNode | null }
  | { readonly ok: false; readonly problem: FilterProblem };

/**
 * Reads an expression of the filter language:
 *
 *     any    = all *( "or" all )
 *     all    = one *( [ "and" ] one )
 *     one    = ( "not" / "-" ) one / "(" any ")" / term
 */
export function parseFilter(text: string): ParsedFilter {
  try {
    const tokens = tokenizeFilter(text);
    return { ok: true, node: tokens.length === 0 ? null : readAll(tokens, text) };
  } catch (error) {
    if (error instanceof FilterSyntaxError) return { ok: false, problem: error.problem };
    throw error;
  }
}

function readAll(tokens: readonly FilterToken[], text: string): FilterNode {
  const [only] = tokens;
  // Somebody looks for the word itself, or is about to type a longer one.
  if (tokens.length === 1 && only !== undefined && isOperator(only)) {
    return { kind: 'text', text: text.slice(only.start, only.end), isCaseSensitive: false };
  }
  return new FilterReader(tokens, text).read();
}

/** Deeper than anyone thinks, and far from what the stack holds. */
const MAX_DEPTH = 100;

class FilterReader {
  readonly #tokens: readonly FilterToken[];
  readonly #text: string;
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly FilterToken[], text: string) {
    this.#tokens = tokens;
    this.#text = text;
  }

  /** The tokenizer leaves no parenthesis that closes none: what it gives is read to its end. */
  read(): FilterNode {
    return this.#readAny();
  }

  #readAny(): FilterNode {
    const parts = [this.#readEach()];
    while (this.#take('or')) parts.push(this.#readEach());
    return oneOrMore('or', parts);
  }

  #readEach(): FilterNode {
    const parts = [this.#readOne()];
    for (;;) {
      const isAnd = this.#take('and');
      const token = this.#tokens[this.#next];
      if (!isAnd && (token === undefined || token.kind === 'or' || token.kind === 'close')) break;
      parts.push(this.#readOne());
    }
    return oneOrMore('and', parts);
  }

  #readOne(): FilterNode {
    const token = this.#tokens[this.#next];
    if (token === undefined) throw this.#missingAfterLast();
    if (this.#depth > MAX_DEPTH) throw problem(token, 'This is nested too deeply.');
    this.#next += 1;
    this.#depth += 1;
    const node = this.#readFrom(token);
    this.#depth -= 1;
    return node;
  }

  #readFrom(token: FilterToken): FilterNode {
    switch (token.kind) {
      case 'term':
        return token.term;
      case 'not':
        return { kind: 'not', part: this.#readOne() };
      case 'open':
        return this.#readGroup(token);
      case 'close':
        throw this.#missingBefore(token);
      case 'and':
      case 'or':
        throw problem(token, `“${this.#wordOf(token)}” needs something on its left.`);
      default:
        return assertNever(token);
    }
  }

  #readGroup(open: FilterToken): FilterNode {
    if (this.#next === this.#tokens.length) throw problem(open, 'This parenthesis is not closed.');
    const node = this.#readAny();
    if (!this.#take('close')) throw problem(open, 'This parenthesis is not closed.');
    return node;
  }

  #take(kind: FilterToken['kind']): boolean {
    if (this.#tokens[this.#next]?.kind !== kind) return false;
    this.#next += 1;
    return true;
  }

  /** A closing parenthesis where something was expected: what stands before it is to blame. */
  #missingBefore(close: FilterToken): FilterSyntaxError {
    const before = this.#tokens[this.#next - 2];
    if (before?.kind === 'open') {
      const { start } = before;
      return new FilterSyntaxError(start, close.end, 'There is nothing between these parentheses.');
    }
    return this.#missingAfter(before ?? close);
  }

  #missingAfterLast(): FilterSyntaxError {
    const last = this.#tokens.at(-1);
    if (last === undefined) throw new RangeError('An expression without a word is not read.');
    return this.#missingAfter(last);
  }

  #missingAfter(token: FilterToken): FilterSyntaxError {
    return problem(token, `“${this.#wordOf(token)}” needs something on its right.`);
  }

  #wordOf({ start, end }: FilterToken): string {
    return this.#text.slice(start, end);
  }
}

function isOperator(token: FilterToken): boolean {
  return token.kind === 'and' || token.kind === 'or' || token.kind === 'not';
}

function oneOrMore(kind: 'and' | 'or', parts: readonly FilterNode[]): FilterNode {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind, parts };
}

function problem({ start, end }: FilterToken, message: string): FilterSyntaxError {
  return new FilterSyntaxError(start, end, message);
}
