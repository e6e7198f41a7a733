import type { JsonNode } from '../format/jsonNode.ts';

/** What a value is. `bytes` and `other` come in formats that know more than JSON: dates, tags, what is undefined. */
export type TreeKind = JsonNode['kind'] | 'bytes' | 'other';

export interface CutText {
  readonly text: string;
  readonly isCut: boolean;
}

/**
 * A value with values in it, read where it stands. Its nodes are numbers, from 0 in the order in which they are written:
 * what is within a node follows it.
 */
export interface Tree {
  readonly count: number;
  /** The first node behind this one and all that is in it. */
  readonly next: (node: number) => number;
  readonly kindOf: (node: number) => TreeKind;
  /** The name of a member as written, `"id"` or, in other formats than JSON, `7`; `null` for items and for the root. */
  readonly nameOf: (node: number) => CutText | null;
  /** A scalar as written, no longer than `maxLength` UTF-16 units. */
  readonly scalarOf: (node: number, maxLength: number) => CutText;
}

/** An object or array. */
export function isBranch(kind: TreeKind): boolean {
  return kind === 'object' || kind === 'array';
}

/** The nodes directly within a node. */
export function* childrenOf(tree: Tree, node: number): Generator<number> {
  const end = tree.next(node);
  for (let child = node + 1; child < end; child = tree.next(child)) yield child;
}
