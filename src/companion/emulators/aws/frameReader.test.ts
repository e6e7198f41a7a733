import { array, assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFrameReader, type FrameHead } from './frameReader.ts';

function read(chunks: readonly Uint8Array[]): FrameHead[] {
  const heads: FrameHead[] = [];
  const reader = createFrameReader((head) => heads.push(head));
  for (const chunk of chunks) reader(chunk);
  return heads;
}

describe('createFrameReader', () => {
  test.each([
    ['an empty ping', '89 80 01020304', { opcode: 9, payloadLength: 0 }],
    [
      'the masked "Hello" of RFC 6455 section 5.7',
      '81 85 37fa213d 7f9f4d5158',
      { opcode: 1, payloadLength: 5 },
    ],
    [
      'a continuation of 126 bytes',
      `80 fe 007e 00000000 ${'00'.repeat(126)}`,
      { opcode: 0, payloadLength: 126 },
    ],
    [
      'the head of a frame of 4 GiB',
      '82 ff 0000000100000000 00000000',
      { opcode: 2, payloadLength: 4_294_967_296 },
    ],
  ])('reads %s', (_title, hex, head) => {
    expect(read([Buffer.from(hex.replaceAll(' ', ''), 'hex')])).toEqual([head]);
  });

  test('reads the same frames however the bytes are cut', () => {
    const lengths = constantFrom(0, 1, 125, 126, 300, 65_535, 65_536);
    assert(
      property(
        array(lengths, { maxLength: 5 }),
        integer({ min: 1, max: 5000 }),
        (payloadLengths, chunkLength) => {
          const bytes = Buffer.concat(payloadLengths.map(textFrame));
          const chunks = Array.from({ length: Math.ceil(bytes.length / chunkLength) }, (_chunk, index) =>
            bytes.subarray(index * chunkLength, (index + 1) * chunkLength),
          );
          expect(read(chunks)).toEqual(payloadLengths.map((payloadLength) => ({ opcode: 1, payloadLength })));
        },
      ),
    );
  });
});

/** Masked with a key of zeros, and full of bytes that would be a head themselves. */
function textFrame(payloadLength: number): Buffer {
  const key = [0, 0, 0, 0];
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(payloadLength));
  const head =
    payloadLength < 126
      ? [0x81, 0x80 | payloadLength]
      : payloadLength < 65_536
        ? [0x81, 0xfe, ...length.subarray(6)]
        : [0x81, 0xff, ...length];
  return Buffer.concat([Buffer.of(...head, ...key), Buffer.alloc(payloadLength, 0x82)]);
}
