import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameWalker, type MessageShape } from './frameWalker.ts';

function shapesOf(...chunks: readonly Buffer[]): readonly MessageShape[] {
  const walker = new FrameWalker();
  for (const chunk of chunks) walker.walk(chunk);
  const shapes: MessageShape[] = [];
  for (let shape = walker.take(); shape.frames > 0; shape = walker.take()) shapes.push(shape);
  return shapes;
}

function hex(text: string): Buffer {
  return Buffer.from(text.replaceAll(' ', ''), 'hex');
}

describe('FrameWalker', () => {
  it.each([
    ['a text frame', '8102 6869', [{ frames: 1, isCompressed: false }]],
    ['an empty binary frame', '8200', [{ frames: 1, isCompressed: false }]],
    ['a compressed frame', 'c103 f248cd', [{ frames: 1, isCompressed: true }]],
    ['three fragments', '0101 61 0001 62 8001 63', [{ frames: 3, isCompressed: false }]],
    ['compressed fragments', '4101 61 8001 62', [{ frames: 2, isCompressed: true }]],
    ['a ping between fragments', '0101 61 8900 8001 62', [{ frames: 2, isCompressed: false }]],
    ['a message that has not ended', '0101 61', []],
    ['control frames alone', '8900 8a00 8802 03e8', []],
    [
      'a masked frame',
      '8182 01020304 ffff 8200',
      [
        { frames: 1, isCompressed: false },
        { frames: 1, isCompressed: false },
      ],
    ],
  ])('reads %s', (_, bytes, shapes) => {
    expect(shapesOf(hex(bytes))).toEqual(shapes);
  });

  it.each([126, 65_535, 65_536])('passes over a payload of %i bytes', (length) => {
    const header = length < 65_536 ? Buffer.alloc(4) : Buffer.alloc(10);
    header.set([0x82, length < 65_536 ? 126 : 127]);
    if (length < 65_536) header.writeUInt16BE(length, 2);
    else header.writeUInt32BE(length, 6);
    expect(shapesOf(header, Buffer.alloc(length, 0x81), hex('8100'))).toEqual([
      { frames: 1, isCompressed: false },
      { frames: 1, isCompressed: false },
    ]);
  });

  it('reads the same however the bytes are cut', () => {
    const bytes = Buffer.concat([
      hex('0101 61 0001 62 8900 8001 63 c103 f248cd'),
      hex('827e 0080'),
      Buffer.alloc(128, 0x81),
      hex('8100'),
    ]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 12 }), (cuts) => {
        const ends = [...cuts.toSorted((left, right) => left - right), bytes.length];
        const chunks = ends.map((end, index) => bytes.subarray(index === 0 ? 0 : ends[index - 1], end));
        expect(shapesOf(...chunks)).toEqual(shapesOf(bytes));
      }),
    );
    expect(shapesOf(bytes).map(({ frames }) => frames)).toEqual([3, 1, 1, 1]);
  });
});
