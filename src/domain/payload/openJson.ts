import { indexJson } from '../format/jsonIndex.ts';
import { createJsonTree } from './jsonTree.ts';
import { OpenTree } from './openTree.ts';
import type { JsonOpening, TreeRows } from './payloadReader.ts';
import type { Tree } from './tree.ts';

/** Expanding a node with all that is in it stops before it makes more rows than this. */
const MAX_ROWS_AT_ONCE = 10_000;

/** Opens the tree of a JSON text where it is called: in the page for what takes no time, else in a worker. */
export function openJson(bytes: Uint8Array, onProgress?: (bytes: number) => void): JsonOpening {
  const indexing = indexJson(bytes, onProgress === undefined ? {} : { onProgress });
  return indexing.ok ? { ok: true, tree: openTreeRows(createJsonTree(indexing.index)) } : indexing;
}

export function openTreeRows(tree: Tree): TreeRows {
  const open = new OpenTree(tree);
  return {
    rowCount: open.rowCount,
    read: (first, count) => open.rows(first, count),
    toggle(node, isDeep) {
      if (isDeep) open.expandLevels(node, MAX_ROWS_AT_ONCE);
      else open.toggle(node);
      return open.rowCount;
    },
  };
}
