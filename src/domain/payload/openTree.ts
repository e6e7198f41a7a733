import { childrenOf } from './tree.ts';
import type { Tree } from './tree.ts';
import { labelOf, pathStep, previewOf } from './treeRow.ts';
import type { TreeRow } from './treeRow.ts';

/** A tree that makes no more rows than this is shown open: some screens of scrolling. */
const MAX_ROWS_AT_FIRST = 200;

/** A path names so many steps at most. */
const MAX_PATH_STEPS = 40;

/**
 * A tree of which some nodes are expanded, as rows: a column of numbers each for the nodes in sight, their parents, their
 * places among their siblings and their depths. So a million rows cost 16 MB, and any of them is found at once.
 */
export class OpenTree {
  readonly #tree: Tree;
  readonly #expanded = new Set<number>();
  readonly #childCounts = new Map<number, number>();
  #rows: RowColumns;

  constructor(tree: Tree) {
    this.#tree = tree;
    this.#rows = {
      nodes: Uint32Array.of(0),
      parents: Uint32Array.of(0),
      places: Uint32Array.of(0),
      depths: Uint32Array.of(0),
    };
    this.expandLevels(0, MAX_ROWS_AT_FIRST);
  }

  get rowCount(): number {
    return this.#rows.nodes.length;
  }

  rows(first: number, count: number): readonly TreeRow[] {
    const end = Math.min(this.rowCount, first + count);
    return Array.from({ length: Math.max(0, end - first) }, (_, offset) => this.#row(first + offset));
  }

  /** Expands or closes what is in sight. */
  toggle(node: number): void {
    const isExpanded = this.#expanded.delete(node);
    if (!isExpanded) this.#expanded.add(node);
    this.#layOut(node);
  }

  /** Expands a node level by level, as long as that makes no more than `maxRows` rows of it; one level in any case. */
  expandLevels(node: number, maxRows: number): void {
    let level = [node];
    let rows = 1;
    while (level.length > 0) {
      for (const branch of level) rows += this.#childCount(branch);
      if (rows > maxRows && level[0] !== node) break;
      for (const branch of level) this.#expanded.add(branch);
      if (rows > maxRows) break;
      level = level
        .flatMap((branch) => [...childrenOf(this.#tree, branch)])
        .filter((child) => this.#hasChildren(child));
    }
    this.#layOut(node);
  }

  #row(index: number): TreeRow {
    const tree = this.#tree;
    const node = cell(this.#rows.nodes, index);
    const childCount = this.#childCount(node);
    const name = tree.nameOf(node);
    return {
      node,
      path: this.#pathTo(index),
      depth: cell(this.#rows.depths, index),
      key: name !== null ? labelOf(name) : index === 0 ? null : `${cell(this.#rows.places, index)}`,
      kind: tree.kindOf(node),
      preview: previewOf(tree, node),
      childCount,
      isExpanded: childCount > 0 && this.#expanded.has(node),
    };
  }

  #pathTo(index: number): string {
    const steps: string[] = [];
    for (let row = index; row > 0; row = this.#rowOf(cell(this.#rows.parents, row))) {
      if (steps.length === MAX_PATH_STEPS) return `…${steps.join('')}`;
      const name = this.#tree.nameOf(cell(this.#rows.nodes, row));
      steps.unshift(name === null ? `[${cell(this.#rows.places, row)}]` : pathStep(name));
    }
    return `$${steps.join('')}`;
  }

  /** Makes the rows below a node anew, if it is in sight. */
  #layOut(node: number): void {
    const row = this.#rowOf(node);
    if (cell(this.#rows.nodes, row) !== node) return;
    const end = firstNotBelow(this.#rows.nodes, this.#tree.next(node));
    const below = this.#rowsBelow(node, cell(this.#rows.depths, row));
    const splice = (column: Uint32Array, cells: readonly number[]) => {
      const spliced = new Uint32Array(row + 1 + cells.length + column.length - end);
      spliced.set(column.subarray(0, row + 1));
      spliced.set(cells, row + 1);
      spliced.set(column.subarray(end), row + 1 + cells.length);
      return spliced;
    };
    const { nodes, parents, places, depths } = this.#rows;
    this.#rows = {
      nodes: splice(nodes, below.nodes),
      parents: splice(parents, below.parents),
      places: splice(places, below.places),
      depths: splice(depths, below.depths),
    };
  }

  #rowsBelow(top: number, topDepth: number): RowLists {
    const lists: RowLists = { nodes: [], parents: [], places: [], depths: [] };
    // No recursion: there may be ten thousand levels.
    const open: { readonly parent: number; child: number; place: number; readonly end: number }[] = [];
    const enter = (node: number) => {
      if (this.#expanded.has(node))
        open.push({ parent: node, child: node + 1, place: 0, end: this.#tree.next(node) });
    };
    enter(top);
    for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
      const { child, parent, place, end } = level;
      if (child >= end) {
        open.pop();
        continue;
      }
      lists.nodes.push(child);
      lists.parents.push(parent);
      lists.places.push(place);
      lists.depths.push(topDepth + open.length);
      level.child = this.#tree.next(child);
      level.place = place + 1;
      enter(child);
    }
    return lists;
  }

  #rowOf(node: number): number {
    return firstNotBelow(this.#rows.nodes, node);
  }

  #hasChildren(node: number): boolean {
    return this.#tree.next(node) > node + 1;
  }

  /** Counted once: it takes a look at every child. */
  #childCount(node: number): number {
    const known = this.#childCounts.get(node);
    if (known !== undefined) return known;
    let count = 0;
    const end = this.#tree.next(node);
    for (let child = node + 1; child < end; child = this.#tree.next(child)) count += 1;
    if (count > 0) this.#childCounts.set(node, count);
    return count;
  }
}

interface RowColumns {
  /** Rising: a row's children come after it and before whatever follows it. */
  readonly nodes: Uint32Array;
  readonly parents: Uint32Array;
  readonly places: Uint32Array;
  readonly depths: Uint32Array;
}

type RowLists = { readonly [Column in keyof RowColumns]: number[] };

/** The first row whose node is `node` or behind it. */
function firstNotBelow(nodes: Uint32Array, node: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cell(nodes, middle) < node) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cell(column: Uint32Array, index: number): number {
  const value = column[index];
  if (value === undefined) throw new RangeError(`There is no row ${index} among ${column.length}.`);
  return value;
}
