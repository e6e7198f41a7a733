import { unquote } from '../format/jsonNode.ts';
import { childrenOf, isBranch } from './tree.ts';
import type { CutText, Tree, TreeKind } from './tree.ts';

/** One row of a tree, ready to show. */
export interface TreeRow {
  /** The same whatever is expanded. */
  readonly node: number;
  /** Where the value stands, as JSONPath: `$.items[2].name`. Of a deep one the end. */
  readonly path: string;
  /** The root has 0. */
  readonly depth: number;
  /** The member's name or the item's index; `null` for the root. */
  readonly key: string | null;
  readonly kind: TreeKind;
  /** A scalar as written, of an object or array its beginning on one line. Cut where it is long. */
  readonly preview: string;
  readonly childCount: number;
  readonly isExpanded: boolean;
}

/** A longer scalar is cut in its row, UTF-16 units: the text view has it whole. */
const MAX_SCALAR_LENGTH = 2_000;

/** A preview of an object or array stops after about so many characters: a row is one line. */
const MAX_PREVIEW_LENGTH = 80;

export function previewOf(tree: Tree, node: number): string {
  const kind = tree.kindOf(node);
  if (!isBranch(kind)) return withEllipsis(tree.scalarOf(node, MAX_SCALAR_LENGTH));
  const [open, close] = kind === 'object' ? '{}' : '[]';
  let text = `${open}`;
  let separator = '';
  for (const child of childrenOf(tree, node)) {
    const next = separator + previewInside(tree, child);
    if (text.length + next.length > MAX_PREVIEW_LENGTH) return `${text}${separator}…${close}`;
    text += next;
    separator = ', ';
  }
  return `${text}${close}`;
}

function previewInside(tree: Tree, node: number): string {
  const name = tree.nameOf(node);
  const value = previewValue(tree, node);
  return name === null ? value : `${withEllipsis(name)}: ${value}`;
}

function previewValue(tree: Tree, node: number): string {
  const kind = tree.kindOf(node);
  const isEmpty = tree.next(node) === node + 1;
  if (kind === 'object') return isEmpty ? '{}' : '{…}';
  if (kind === 'array') return isEmpty ? '[]' : '[…]';
  return withEllipsis(tree.scalarOf(node, MAX_PREVIEW_LENGTH));
}

function withEllipsis({ text, isCut }: CutText): string {
  return isCut ? `${text}…` : text;
}

/** A name without its quotes, as far as it is one in quotes and whole. */
export function labelOf(name: CutText): string {
  if (name.isCut) return withEllipsis(name);
  return isQuoted(name.text) ? unquote(name.text) : name.text;
}

/** One step of a JSONPath. */
export function pathStep(name: CutText): string {
  const label = labelOf(name);
  if (isQuoted(name.text) && /^[A-Za-z_$][\w$]*$/.test(label)) return `.${label}`;
  return `[${isQuoted(name.text) ? JSON.stringify(label) : label}]`;
}

function isQuoted(source: string): boolean {
  return source.startsWith('"');
}
