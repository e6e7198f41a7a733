import * as fc from 'fast-check';
import { encode as encodeCbor } from 'cborg';
import { encode as encodeMsgpack } from '@msgpack/msgpack';
import { describe, expect, it } from 'vitest';
import { parseHex } from '../format/parseHex.ts';
import { detectBase64, detectFormat } from './detectFormat.ts';

function bytes(hex: string): Uint8Array {
  const parsed = parseHex(hex);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.bytes;
}

describe('detectFormat', () => {
  it.each([
    ['89 50 4e 47 0d 0a 1a 0a 00', 'image', 'marked'],
    ['ff d8 ff e0', 'image', 'marked'],
    ['47 49 46 38 39 61 01 00', 'image', 'marked'],
    ['52 49 46 46 1a 00 00 00 57 45 42 50', 'image', 'marked'],
    ['1f 8b 08 00 00 00 00 00', 'gzip', 'marked'],
    ['78 9c 03 00 00 00 00 01', 'zlib', 'marked'],
    ['d9 d9 f7 01', 'cbor', 'marked'],
    // {"a": 1}
    ['81 a1 61 01', 'msgpack', 'whole'],
    ['a1 61 61 01', 'cbor', 'whole'],
    // {_ "a": [_ 1, (_ "b")]}
    ['bf 61 61 9f 01 7f 61 62 ff ff ff', 'cbor', 'whole'],
    // Field 1, varint 150; field 2, "testing".
    ['08 96 01 12 07 74 65 73 74 69 6e 67', 'protobuf', 'whole'],
  ] as const)('takes %s for %s', (hex, format, evidence) => {
    expect(detectFormat(bytes(hex))).toEqual({ format, evidence });
  });

  it.each([
    ['', 'nothing'],
    ['00 ff 10', 'no field number'],
    ['52 49 46 46 1a 00 00 00 41 56 49 20', 'a RIFF file of another kind'],
    ['81 a1 61', 'a map that is cut'],
    ['de 00 01 a1 61 01 00', 'a map with something behind it'],
    ['c0', 'a single nil'],
    ['08', 'a field without its value'],
    ['0b 0c', 'a group'],
  ])('claims nothing of %s, %s', (hex) => {
    expect(detectFormat(bytes(hex))).toBeNull();
  });

  it('says no more than that they begin so, where there is too much to look at', () => {
    const many = encodeMsgpack(Array.from({ length: 50_000 }, () => 1));
    expect(detectFormat(many)).toEqual({ format: 'msgpack', evidence: 'beginning' });
    expect(detectFormat(encodeCbor(Array.from({ length: 50_000 }, () => 300)))).toEqual({
      format: 'cbor',
      evidence: 'beginning',
    });
  });

  it('knows any map that is written by a library of the format', () => {
    const maps = fc.dictionary(fc.string({ minLength: 1, maxLength: 5 }), fc.jsonValue(), { minKeys: 1 });
    fc.assert(
      fc.property(maps, (map) => {
        expect(detectFormat(encodeMsgpack(map, { forceFloat32: false }))?.format).toBe('msgpack');
        expect(detectFormat(encodeCbor(map))?.format).toBe('cbor');
      }),
    );
  });

  it('comes to an end with any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (any) => {
        expect(() => detectFormat(any)).not.toThrow();
      }),
    );
  });
});

describe('detectBase64', () => {
  it.each([
    ['H4sIAAAAAAAAAw==', true],
    ['iVBORw0KGgoAAAANSUhEUg', true],
    ['H4sI', false],
    ['hello', false],
    ['abcdefghijklmnop', false],
    ['H4sIAAAAAAAA Aw==', false],
  ])('of %s says %s', (text, isFound) => {
    expect(detectBase64(text) !== null).toBe(isFound);
  });
});
