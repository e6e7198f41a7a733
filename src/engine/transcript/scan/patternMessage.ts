import type { PatternTerm } from '#domain/transcript/filter/filterNode.ts';

/** Between the engine's worker and the one that regular expressions run in. */
export interface PatternBatch {
  readonly patterns: readonly PatternTerm[];
  /** Payloads one behind another. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each of them ends. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

export type PatternAnswer =
  /** The worker has started. */
  | { readonly kind: 'ready' }
  /** A sign of life within a batch. */
  | { readonly kind: 'progress' }
  /** For each regular expression a verdict on each payload. */
  | { readonly kind: 'matched'; readonly verdicts: readonly Uint8Array[] };
