const FIRST_CAPACITY = 1024;

/**
 * The nodes of a document as numbers in the order in which they are written, two columns of 32 bits each: a document of
 * 50 MB has millions of them, too many for an object each.
 */
export class NodeColumns {
  #starts = new Uint32Array(FIRST_CAPACITY);
  #nexts = new Uint32Array(FIRST_CAPACITY);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Adds a node and says which one it is. It ends behind itself until `close`. */
  add(start: number): number {
    const node = this.#count;
    if (node === this.#starts.length) this.#grow();
    this.#starts[node] = start;
    this.#nexts[node] = node + 1;
    this.#count = node + 1;
    return node;
  }

  /** All nodes since `node` are within it. */
  close(node: number): void {
    this.#nexts[node] = this.#count;
  }

  /** Where the node stands. */
  start(node: number): number {
    return read(this.#starts, node, this.#count);
  }

  /** The first node behind this one and all that is in it. */
  next(node: number): number {
    return read(this.#nexts, node, this.#count);
  }

  #grow(): void {
    this.#starts = grown(this.#starts);
    this.#nexts = grown(this.#nexts);
  }
}

function grown(values: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(values.length * 2);
  larger.set(values);
  return larger;
}

function read(values: Uint32Array, node: number, count: number): number {
  const value = node < count ? values[node] : undefined;
  if (value === undefined) throw new RangeError(`There is no node ${node} among ${count}.`);
  return value;
}
