import type { Direction, EntryKind } from '../entry.ts';
import type { JsonCondition, PatternTerm, TextTerm } from './filterNode.ts';

/**
 * An expression made ready to be asked of many entries: what is looked for in payloads is listed once, whatever is cheap
 * to ask comes first, and times are moments.
 */
export interface FilterPlan {
  /** `null` shows all. */
  readonly root: PlanNode | null;
  readonly texts: readonly TextTerm[];
  readonly patterns: readonly PatternTerm[];
}

export type PlanNode =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly PlanNode[] }
  | { readonly kind: 'not'; readonly part: PlanNode }
  /** `index` in `texts` or `patterns` of the plan. */
  | { readonly kind: 'text' | 'pattern'; readonly index: number }
  | { readonly kind: 'direction'; readonly direction: Direction }
  | { readonly kind: 'kinds'; readonly kinds: ReadonlySet<EntryKind> }
  | { readonly kind: 'size'; readonly from: number; readonly to: number }
  | PlanTime
  | { readonly kind: 'json'; readonly condition: JsonCondition };

/** As a `TimeTerm`; `moment` in ms since the epoch. Each ends before `to`. */
export interface PlanTime {
  readonly kind: 'clock' | 'date' | 'moment';
  readonly from: number;
  readonly to: number;
}
