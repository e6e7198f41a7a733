import type { Direction, EntryKind } from '../entry.ts';

/** What an expression of the filter language asks of an entry. */
export type FilterNode =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly FilterNode[] }
  | { readonly kind: 'not'; readonly part: FilterNode }
  | FilterTerm;

export type FilterTerm =
  | TextTerm
  | PatternTerm
  | { readonly kind: 'direction'; readonly direction: Direction }
  | { readonly kind: 'kinds'; readonly kinds: readonly EntryKind[] }
  /** Bytes, both ends included. */
  | { readonly kind: 'size'; readonly from: number; readonly to: number }
  | TimeTerm
  | { readonly kind: 'json'; readonly condition: JsonCondition };

/** A part of the payload, read as UTF-8. */
export interface TextTerm {
  readonly kind: 'text';
  readonly text: string;
  readonly isCaseSensitive: boolean;
}

/** A regular expression of JavaScript; the flags are those that change what it finds. */
export interface PatternTerm {
  readonly kind: 'pattern';
  readonly source: string;
  readonly flags: string;
}

/** Each range begins with `from` and ends before `to`. */
export type TimeTerm =
  /** Ms of the local day, whatever day it is; a range that ends before it begins goes over midnight. */
  | { readonly kind: 'clock'; readonly from: number; readonly to: number }
  /** Local time, as ms since the epoch of a clock that shows it as UTC. */
  | { readonly kind: 'date'; readonly from: number; readonly to: number }
  /** From so many ms before the filter was set. */
  | { readonly kind: 'last'; readonly ms: number };

export interface JsonCondition {
  readonly path: readonly JsonStep[];
  readonly test: JsonTest;
}

export type JsonStep =
  | { readonly kind: 'member'; readonly name: string }
  /** From 0; negative from the end. */
  | { readonly kind: 'item'; readonly index: number }
  /** Every item of an array or member of an object. */
  | { readonly kind: 'each' };

export type JsonTest =
  | { readonly kind: 'exists' }
  | { readonly kind: 'compare'; readonly operator: JsonOperator; readonly value: JsonLiteral }
  /** A string that holds the text, letters of either case, or an array with an item that equals the value. */
  | { readonly kind: 'contains'; readonly value: JsonLiteral };

export type JsonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';

export type JsonLiteral =
  | { readonly kind: 'string'; readonly text: string }
  /** As written: numbers of any length keep all their digits. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'word'; readonly text: 'true' | 'false' | 'null' };
