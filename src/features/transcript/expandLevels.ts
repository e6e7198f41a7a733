import { jsonNodes, ROOT_EXPANDED } from '#domain/format/jsonTree.ts';
import type { JsonNode } from '#domain/format/jsonNode.ts';

/** Opens a JSON tree level by level, as long as that makes no more than `maxRows` rows; the root in any case. */
export function expandLevels(root: JsonNode, maxRows: number): ReadonlySet<string> {
  let expanded = ROOT_EXPANDED;
  let rows = jsonNodes(root, expanded);
  while (rows.some((row) => row.childCount > 0 && !row.isExpanded)) {
    const next = new Set(rows.filter((row) => row.childCount > 0).map((row) => row.id));
    rows = jsonNodes(root, next);
    if (rows.length > maxRows) break;
    expanded = next;
  }
  return expanded;
}
