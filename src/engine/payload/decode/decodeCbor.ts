import { Tokenizer } from 'cborg';
import type { Token } from 'cborg';
import { bytesText, floatText } from '#domain/payload/notation.ts';
import { PayloadFormatError, TreeBuilder } from '#domain/payload/treeBuilder.ts';
import type { Tree, TreeKind } from '#domain/payload/tree.ts';

/** Reading recurses. */
const MAX_DEPTH = 1_000;

/** A payload as CBOR: one value, or several in a row (RFC 8742). */
export function decodeCbor(payload: Uint8Array): Tree {
  try {
    const builder = new TreeBuilder();
    const reader = new CborReader(payload, builder);
    reader.readOne(null, 0);
    if (reader.isDone) return builder.build();
    const sequence = new TreeBuilder();
    new CborReader(payload, sequence).readSequence();
    return sequence.build();
  } catch (error) {
    if (error instanceof PayloadFormatError) throw error;
    const why = error instanceof Error ? error.message.replace(/^CBOR decode error:\s*/, '') : String(error);
    throw new PayloadFormatError(`This is not CBOR, or more than can be read of it here: ${why}.`);
  }
}

const STRAY_BREAK = 'This is not CBOR: a break stands where a value should.';

/** Reads token by token: objects would join keys, and know nothing of tags that they were not told of. */
class CborReader {
  readonly #tokens: Tokenizer;
  readonly #builder: TreeBuilder;

  constructor(payload: Uint8Array, builder: TreeBuilder) {
    this.#tokens = new Tokenizer(payload, { allowBigInt: true });
    this.#builder = builder;
  }

  get isDone(): boolean {
    return this.#tokens.done();
  }

  readSequence(): void {
    this.#builder.open(null, 'array');
    while (!this.isDone) this.readOne(null, 1);
    this.#builder.close();
  }

  readOne(name: string | null, depth: number): void {
    if (!this.#readValue(name, depth)) throw new PayloadFormatError(STRAY_BREAK);
  }

  /** False when a break came instead. */
  #readValue(name: string | null, depth: number): boolean {
    if (depth > MAX_DEPTH) throw new PayloadFormatError('This is nested deeper than 1,000 levels.');
    const token = this.#next();
    switch (token.type.name) {
      case 'break':
        return false;
      case 'array':
        this.#builder.open(name, 'array');
        this.#repeat(token, () => this.#readValue(null, depth + 1));
        this.#builder.close();
        return true;
      case 'map':
        this.#builder.open(name, 'object');
        this.#repeat(token, () => {
          const key = this.#readKey(depth + 1);
          if (key !== null) this.readOne(key, depth + 1);
          return key !== null;
        });
        this.#builder.close();
        return true;
      case 'tag':
        this.#builder.open(name, 'object');
        this.readOne(`tag ${token.value}`, depth + 1);
        this.#builder.close();
        return true;
      default: {
        const { kind, text } = scalarOf(token);
        this.#builder.scalar(name, kind, text);
        return true;
      }
    }
  }

  #next(): Token {
    if (this.isDone) throw new PayloadFormatError('This is not CBOR: it ends in the middle of a value.');
    return this.#tokens.next();
  }

  #repeat({ value }: Token, read: () => boolean): void {
    const count = Number(value);
    for (let index = 0; index < count; index += 1) {
      if (read()) continue;
      if (count === Infinity) return;
      throw new PayloadFormatError('This is not CBOR: a map or array ends before all of it has come.');
    }
  }

  /** In CBOR anything may be a key; `null` for a break. */
  #readKey(depth: number): string | null {
    if (depth > MAX_DEPTH) throw new PayloadFormatError('This is nested deeper than 1,000 levels.');
    const token = this.#next();
    switch (token.type.name) {
      case 'break':
        return null;
      case 'array':
        return `[${this.#readKeys(token, () => this.#readKey(depth + 1))}]`;
      case 'map':
        return `{${this.#readKeys(token, () => {
          const key = this.#readKey(depth + 1);
          return key === null ? null : `${key}: ${this.#readKey(depth + 1)}`;
        })}}`;
      case 'tag':
        return `tag ${token.value}(${this.#readKey(depth + 1)})`;
      default:
        return scalarOf(token).text;
    }
  }

  #readKeys(token: Token, read: () => string | null): string {
    const keys: string[] = [];
    this.#repeat(token, () => {
      const key = read();
      if (key !== null) keys.push(key);
      return key !== null;
    });
    return keys.join(', ');
  }
}

function scalarOf(token: Token): { readonly kind: TreeKind; readonly text: string } {
  const value: unknown = token.value;
  switch (token.type.name) {
    case 'bytes':
      return { kind: 'bytes', text: value instanceof Uint8Array ? bytesText(value) : String(value) };
    case 'string':
      return { kind: 'string', text: JSON.stringify(value) };
    case 'float':
      return { kind: 'number', text: floatText(Number(value)) };
    case 'true':
    case 'false':
      return { kind: 'boolean', text: token.type.name };
    case 'null':
      return { kind: 'null', text: 'null' };
    case 'undefined':
      return { kind: 'other', text: 'undefined' };
    default:
      return { kind: 'number', text: String(value) };
  }
}
