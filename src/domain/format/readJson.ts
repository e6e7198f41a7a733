import { indexJson } from './jsonIndex.ts';
import type { JsonIndex } from './jsonIndex.ts';
import type { JsonMember, JsonNode } from './jsonNode.ts';
import type { JsonProblem } from './jsonProblem.ts';
import { kindOfJson, nameRange, scalarRange } from './jsonSource.ts';
import type { SourceRange } from './jsonSource.ts';

export type JsonReading = { readonly ok: true; readonly root: JsonNode } | JsonProblem;

/**
 * Deeper JSON is not read into objects: no API sends it, reading recurses, and the indentation of pretty text grows with
 * the square of the depth.
 */
export const MAX_JSON_DEPTH = 500;

/** Reads JSON (RFC 8259) into objects: for texts that a person writes. Of large ones `indexJson` is enough. */
export function readJson(text: string): JsonReading {
  const indexing = indexJson(new TextEncoder().encode(text), { maxDepth: MAX_JSON_DEPTH });
  return indexing.ok ? { ok: true, root: new NodeReader(indexing.index).read(0) } : indexing;
}

class NodeReader {
  readonly #index: JsonIndex;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  constructor(index: JsonIndex) {
    this.#index = index;
  }

  read(node: number): JsonNode {
    const kind = kindOfJson(this.#index, node);
    if (kind === 'array') return { kind, items: this.#children(node, (child) => this.read(child)) };
    if (kind === 'object') return { kind, members: this.#children(node, (child) => this.#member(child)) };
    return { kind, source: this.#text(scalarRange(this.#index, node)) };
  }

  #member(node: number): JsonMember {
    const name = nameRange(this.#index, node);
    if (name === null) throw new TypeError(`The value ${node} of an object has no name.`);
    return { keySource: this.#text(name), node: this.read(node) };
  }

  #children<Child>(node: number, read: (child: number) => Child): readonly Child[] {
    const { nodes } = this.#index;
    const children: Child[] = [];
    const end = nodes.next(node);
    for (let child = node + 1; child < end; child = nodes.next(child)) children.push(read(child));
    return children;
  }

  #text({ start, end }: SourceRange): string {
    return this.#decoder.decode(this.#index.bytes.subarray(start, end));
  }
}
