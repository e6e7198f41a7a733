/** What two payloads have in common, line by line. */
export interface Comparison {
  /** `json`: both were indented first. `hex`: one of them at least is no text. */
  readonly as: 'json' | 'text' | 'hex';
  readonly removed: number;
  readonly added: number;
  /** Those that differ, and some around them. */
  readonly rows: readonly ComparedRow[];
}

export interface ComparedRow {
  /** `skipped` stands for lines that are in both. */
  readonly kind: 'same' | 'removed' | 'added' | 'skipped';
  readonly text: string;
}

/** Larger payloads are not compared, bytes: each becomes a text of lines, and the lines are looked up in each other. */
export const MAX_COMPARED_BYTES = 16 * 1024 * 1024;
