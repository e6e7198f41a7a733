import { Decoder, ExtData } from '@msgpack/msgpack';
import { bytesText } from '#domain/payload/notation.ts';
import { PayloadFormatError, TreeBuilder } from '#domain/payload/treeBuilder.ts';
import type { Tree } from '#domain/payload/tree.ts';

/** Reading recurses. */
const MAX_DEPTH = 1_000;

/** A payload as MessagePack: one value, or several in a row. */
export function decodeMsgpack(payload: Uint8Array): Tree {
  const values = readValues(payload);
  const builder = new TreeBuilder();
  if (values.length === 1) add(builder, null, values[0], 0);
  else add(builder, null, values, 0);
  return builder.build();
}

function readValues(payload: Uint8Array): readonly unknown[] {
  let keyCount = 0;
  const decoder = new Decoder({
    useBigInt64: true,
    // Of an array that claims more items than there are bytes nothing is set aside.
    maxArrayLength: payload.length,
    maxMapLength: payload.length,
    keyDecoder: null,
    // The library makes objects of maps, which join `1` and `"1"` and put numbers first: numbered, keys stay what they are.
    mapKeyConverter: (key) => `${(keyCount += 1)}:${keyText(key)}`,
  });
  try {
    const values = [...decoder.decodeMulti(payload)];
    if (values.length === 0) throw new RangeError('there are no bytes');
    return values;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new PayloadFormatError(`This is not MessagePack: ${why}.`);
  }
}

function add(builder: TreeBuilder, name: string | null, value: unknown, depth: number): void {
  if (depth > MAX_DEPTH) throw new PayloadFormatError('This is nested deeper than 1,000 levels.');
  if (Array.isArray(value)) {
    builder.open(name, 'array');
    for (const item of value) add(builder, null, item, depth + 1);
    return builder.close();
  }
  if (isMap(value)) {
    builder.open(name, 'object');
    for (const [key, member] of Object.entries(value)) {
      add(builder, key.slice(key.indexOf(':') + 1), member, depth + 1);
    }
    return builder.close();
  }
  addScalar(builder, name, value);
}

function addScalar(builder: TreeBuilder, name: string | null, value: unknown): void {
  if (typeof value === 'string') builder.scalar(name, 'string', JSON.stringify(value));
  else if (typeof value === 'number' || typeof value === 'bigint')
    builder.scalar(name, 'number', Object.is(value, -0) ? '-0' : String(value));
  else if (typeof value === 'boolean') builder.scalar(name, 'boolean', String(value));
  else if (value === null) builder.scalar(name, 'null', 'null');
  else if (value instanceof Uint8Array) builder.scalar(name, 'bytes', bytesText(value));
  else if (value instanceof Date) builder.scalar(name, 'other', `timestamp ${value.toISOString()}`);
  else if (value instanceof ExtData) builder.scalar(name, 'other', extensionText(value));
  else throw new TypeError(`The library gave a ${typeof value}.`);
}

function isMap(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return !(value instanceof Uint8Array || value instanceof Date || value instanceof ExtData);
}

function extensionText({ type, data }: ExtData): string {
  return `extension ${type} ${bytesText(typeof data === 'function' ? data(0) : data)}`;
}

function keyText(key: unknown): string {
  if (typeof key === 'string') return JSON.stringify(key);
  if (key instanceof Uint8Array) return bytesText(key);
  if (typeof key === 'object' && key !== null && !(key instanceof Date)) return 'a map or array';
  return String(key);
}
