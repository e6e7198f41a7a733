import { assertNever } from '#domain/assertNever.ts';
import { isUtf8 } from '#domain/format/isUtf8.ts';
import { bytesText, floatText } from '#domain/payload/notation.ts';
import { readFields } from '#domain/payload/protobufWire.ts';
import type { WireField } from '#domain/payload/protobufWire.ts';
import { PayloadFormatError, TreeBuilder } from '#domain/payload/treeBuilder.ts';
import type { Tree } from '#domain/payload/tree.ts';

/** Deeper, bytes are shown as bytes: what is nested is a guess anyway. */
const MAX_DEPTH = 50;

/** A payload as a protobuf message without its schema: what is in a field of bytes is a guess, and named so. */
export function decodeProtobuf(payload: Uint8Array): Tree {
  const { fields, rest } = readFields(payload, Infinity);
  if (rest < payload.length || fields.length === 0)
    throw new PayloadFormatError(`This is not protobuf: what begins at byte ${rest} is no field.`);
  const builder = new TreeBuilder();
  builder.open(null, 'object');
  for (const field of fields) addField(builder, field, 0);
  builder.close();
  return builder.build();
}

function addField(builder: TreeBuilder, field: WireField, depth: number): void {
  const name = `${field.number}`;
  switch (field.type) {
    case 'varint':
      return builder.scalar(name, 'number', varintText(field.value));
    case 'fixed32':
    case 'fixed64':
      return builder.scalar(name, 'number', fixedText(field.bytes));
    case 'bytes':
      return addBytes(builder, name, field.bytes, depth);
    default:
      return assertNever(field);
  }
}

function addBytes(builder: TreeBuilder, name: string, bytes: Uint8Array, depth: number): void {
  const isText = isUtf8(bytes) && !bytes.some(isControl);
  if (isText) return builder.scalar(name, 'string', JSON.stringify(new TextDecoder().decode(bytes)));
  const { fields, rest } = readFields(bytes, Infinity);
  if (rest < bytes.length || fields.length === 0 || depth >= MAX_DEPTH)
    return builder.scalar(name, 'bytes', bytesText(bytes));
  builder.open(`${name} (as a message)`, 'object');
  for (const field of fields) addField(builder, field, depth + 1);
  builder.close();
}

/** Of the characters below the space, text has tabs and line breaks. */
function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d;
}

/** A negative int64 is written as a large number: both are shown, since the schema alone tells. */
function varintText(value: bigint): string {
  const signed = BigInt.asIntN(64, value);
  return signed < 0n ? `${value} (or ${signed})` : `${value}`;
}

function fixedText(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length === 4) return `${view.getUint32(0, true)} (or ${floatText(view.getFloat32(0, true))})`;
  return `${view.getBigUint64(0, true)} (or ${floatText(view.getFloat64(0, true))})`;
}
