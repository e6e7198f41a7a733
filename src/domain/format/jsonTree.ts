import { unquote, type JsonMember, type JsonNode } from './jsonNode.ts';

/** One row of a JSON tree, ready to show. */
export interface JsonRow {
  /** Unique in its tree and the same whatever is expanded: the indexes on the way, `0/2/1`; the root's is empty. */
  readonly id: string;
  /** Where the value stands, as JSONPath: `$.items[2].name`. */
  readonly path: string;
  /** The root has 0. */
  readonly depth: number;
  /** The member's name or the item's index; `null` for the root. */
  readonly key: string | null;
  readonly kind: JsonNode['kind'];
  /** A scalar as written; of an object or array its beginning on one line. */
  readonly preview: string;
  readonly childCount: number;
  readonly isExpanded: boolean;
}

/**
 * The rows of the tree in which the nodes whose ids are in `expanded` are open. Only those are walked, so a large
 * document costs what of it is open.
 */
export function jsonNodes(root: JsonNode, expanded: ReadonlySet<string>): readonly JsonRow[] {
  const rows: JsonRow[] = [];
  addRows(rows, { id: '', path: '$', depth: 0, key: null, node: root }, expanded);
  return rows;
}

/** Ids of the nodes to open at first: the root, when it has anything in it. */
export const ROOT_EXPANDED: ReadonlySet<string> = new Set(['']);

interface Place {
  readonly id: string;
  readonly path: string;
  readonly depth: number;
  readonly key: string | null;
  readonly node: JsonNode;
}

function addRows(rows: JsonRow[], place: Place, expanded: ReadonlySet<string>): void {
  const { node, ...rest } = place;
  const childCount = countChildren(node);
  const isExpanded = childCount > 0 && expanded.has(place.id);
  rows.push({ ...rest, kind: node.kind, preview: previewOf(node), childCount, isExpanded });
  if (!isExpanded) return;
  for (const child of childrenOf(place)) addRows(rows, child, expanded);
}

function countChildren(node: JsonNode): number {
  if (node.kind === 'object') return node.members.length;
  return node.kind === 'array' ? node.items.length : 0;
}

function childrenOf({ id, path, depth, node }: Place): readonly Place[] {
  const childId = (index: number): string => (id === '' ? `${index}` : `${id}/${index}`);
  if (node.kind === 'object') {
    return node.members.map(({ keySource, node }, index) => {
      const key = unquote(keySource);
      return { id: childId(index), path: path + memberPath(key), depth: depth + 1, key, node };
    });
  }
  if (node.kind !== 'array') return [];
  return node.items.map((node, index) => ({
    id: childId(index),
    path: `${path}[${index}]`,
    depth: depth + 1,
    key: `${index}`,
    node,
  }));
}

function memberPath(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

/** A preview of an object or array stops after about so many characters: a row is one line. */
const MAX_PREVIEW_CHARACTERS = 80;

function previewOf(node: JsonNode): string {
  if (node.kind === 'object') return previewList('{', node.members, previewMember, '}');
  if (node.kind === 'array') return previewList('[', node.items, previewInside, ']');
  return node.source;
}

function previewMember({ keySource, node }: JsonMember): string {
  return `${keySource}: ${previewInside(node)}`;
}

function previewInside(node: JsonNode): string {
  if (node.kind === 'object') return node.members.length === 0 ? '{}' : '{…}';
  if (node.kind === 'array') return node.items.length === 0 ? '[]' : '[…]';
  return node.source;
}

function previewList<Child>(
  open: string,
  children: readonly Child[],
  preview: (child: Child) => string,
  close: string,
): string {
  let text = open;
  for (const [index, child] of children.entries()) {
    const next = (index === 0 ? '' : ', ') + preview(child);
    if (text.length + next.length > MAX_PREVIEW_CHARACTERS)
      return `${text}${index === 0 ? '' : ', '}…${close}`;
    text += next;
  }
  return text + close;
}
