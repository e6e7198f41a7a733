import type { FilterTerm } from './filterNode.ts';

/** A word of an expression; both ends are counted in UTF-16 units from its beginning. */
export type FilterToken = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'and' | 'or' | 'not' }
  | { readonly kind: 'term'; readonly term: FilterTerm }
);
