import type { Tree, TreeKind } from './tree.ts';

/** A format's values cost more than those of JSON, which stay where they are. */
const MAX_VALUES = 2_000_000;

/** The payload is not what it was to be read as. The message is for the person who chose the format. */
export class PayloadFormatError extends Error {
  override readonly name = 'PayloadFormatError';
  readonly code = 'other-format';
}

/** A tree that is written value by value, in order. */
export class TreeBuilder {
  readonly #kinds: TreeKind[] = [];
  readonly #names: (string | null)[] = [];
  readonly #scalars: string[] = [];
  readonly #nexts: number[] = [];
  readonly #open: number[] = [];

  /** `name` as it is written in the format's own notation, a text in quotes; `null` for an item. */
  scalar(name: string | null, kind: TreeKind, text: string): void {
    if (this.#kinds.length === MAX_VALUES)
      throw new PayloadFormatError(
        'This has more than 2,000,000 values. Save it as a file to look at it elsewhere.',
      );
    this.#kinds.push(kind);
    this.#names.push(name);
    this.#scalars.push(text);
    this.#nexts.push(this.#kinds.length);
  }

  /** What is written until `close` is in it. */
  open(name: string | null, kind: 'object' | 'array'): void {
    this.#open.push(this.#kinds.length);
    this.scalar(name, kind, '');
  }

  close(): void {
    const node = this.#open.pop();
    if (node === undefined) throw new TypeError('Nothing is open.');
    this.#nexts[node] = this.#kinds.length;
  }

  build(): Tree {
    const [kinds, names, scalars, nexts] = [this.#kinds, this.#names, this.#scalars, this.#nexts];
    return {
      count: kinds.length,
      next: (node) => nexts[node] ?? kinds.length,
      kindOf: (node) => kinds[node] ?? 'other',
      nameOf(node) {
        const name = names[node] ?? null;
        return name === null ? null : cut(name, MAX_NAME_LENGTH);
      },
      scalarOf: (node, maxLength) => cut(scalars[node] ?? '', maxLength),
    };
  }
}

/** A longer name is cut, UTF-16 units: no screen is so wide. */
const MAX_NAME_LENGTH = 500;

function cut(text: string, maxLength: number): { text: string; isCut: boolean } {
  return text.length <= maxLength ? { text, isCut: false } : { text: text.slice(0, maxLength), isCut: true };
}
