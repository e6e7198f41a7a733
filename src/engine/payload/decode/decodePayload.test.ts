import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { encode as encodeMsgpack } from '@msgpack/msgpack';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHex } from '#domain/format/parseHex.ts';
import { OpenTree } from '#domain/payload/openTree.ts';
import type { PayloadFormat } from '#domain/payload/payloadFormat.ts';
import { decodePayload } from './decodePayload.ts';
import { unpack } from './unpack.ts';

async function rowsOf(payload: Uint8Array, format: PayloadFormat): Promise<readonly string[]> {
  const decoded = await decodePayload(new Uint8Array(payload), format);
  if (decoded.kind !== 'tree') throw new Error(`This was read as ${decoded.kind}.`);
  const tree = new OpenTree(decoded.tree);
  return tree
    .rows(0, tree.rowCount)
    .map(({ depth, key, kind, preview }) =>
      [depth, key, kind === 'object' || kind === 'array' ? kind : preview].join(' '),
    );
}

function bytes(hex: string): Uint8Array {
  const parsed = parseHex(hex);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.bytes;
}

describe('MessagePack', () => {
  it.each([
    ['cf ff ff ff ff ff ff ff ff', ['0  18446744073709551615']],
    ['d3 80 00 00 00 00 00 00 00', ['0  -9223372036854775808']],
    ['cb 7f f8 00 00 00 00 00 00', ['0  NaN']],
    ['c4 02 00 ff', ["0  h'00 ff'"]],
    ['d6 ff 00 00 00 00', ['0  timestamp 1970-01-01T00:00:00.000Z']],
    ['d4 05 2a', ["0  extension 5 h'2a'"]],
    // {1: true, "1": false, "b": nil, "b": 0}
    ['84 01 c3 a1 31 c2 a1 62 c0 a1 62 00', ['0  object', '1 1 true', '1 1 false', '1 b null', '1 b 0']],
    ['01 a1 61', ['0  array', '1 0 1', '1 1 "a"']],
  ])('%s is shown as it is', async (hex, rows) => {
    expect(await rowsOf(bytes(hex), 'msgpack')).toEqual(rows);
  });

  it('that is cut is none, and says so', async () => {
    await expect(decodePayload(new Uint8Array(bytes('82 a1 61')), 'msgpack')).rejects.toMatchObject({
      code: 'other-format',
    });
    await expect(decodePayload(new Uint8Array(bytes('dd ff ff ff ff')), 'msgpack')).rejects.toThrow(
      /^This is not MessagePack: /,
    );
  });
});

describe('CBOR', () => {
  // Examples of RFC 8949, appendix A.
  it.each([
    ['1b ff ff ff ff ff ff ff ff', ['0  18446744073709551615']],
    ['3b ff ff ff ff ff ff ff ff', ['0  -18446744073709551616']],
    ['f9 3c 00', ['0  1.0']],
    ['f9 80 00', ['0  -0.0']],
    ['f9 7e 00', ['0  NaN']],
    ['f7', ['0  undefined']],
    ['44 01 02 03 04', ["0  h'01 02 03 04'"]],
    ['c1 1a 51 4b 67 b0', ['0  object', '1 tag 1 1363896240']],
    ['a2 01 02 03 04', ['0  object', '1 1 2', '1 3 4']],
    ['a1 82 01 02 41 ff', ['0  object', "1 [1, 2] h'ff'"]],
    ['a2 61 61 01 61 61 02', ['0  object', '1 a 1', '1 a 2']],
    ['bf 61 61 01 61 62 9f 02 03 ff ff', ['0  object', '1 a 1', '1 b array', '2 0 2', '2 1 3']],
    ['01 02', ['0  array', '1 0 1', '1 1 2']],
  ])('%s is shown as it is', async (hex, rows) => {
    expect(await rowsOf(bytes(hex), 'cbor')).toEqual(rows);
  });

  it.each(['82 01', 'a1 01', 'ff', '1c'])('%s is none', async (hex) => {
    await expect(decodePayload(new Uint8Array(bytes(hex)), 'cbor')).rejects.toMatchObject({
      code: 'other-format',
    });
  });
});

describe('protobuf', () => {
  it('shows numbers, and what may be text or a message', async () => {
    const message = bytes('08 96 01 12 07 74 65 73 74 69 6e 67 1a 03 08 96 01 22 02 ff fe 2d 00 00 80 3f');
    expect(await rowsOf(message, 'protobuf')).toEqual([
      '0  object',
      '1 1 150',
      '1 2 "testing"',
      '1 3 (as a message) object',
      '2 1 150',
      "1 4 h'ff fe'",
      '1 5 1065353216 (or 1.0)',
    ]);
  });

  it('shows a negative number both ways, since the schema alone tells', async () => {
    expect(await rowsOf(bytes('08 ff ff ff ff ff ff ff ff ff 01'), 'protobuf')).toEqual([
      '0  object',
      '1 1 18446744073709551615 (or -1)',
    ]);
  });

  it('says at which byte it is none', async () => {
    await expect(decodePayload(new Uint8Array(bytes('08 01 0f')), 'protobuf')).rejects.toThrow(
      'This is not protobuf: what begins at byte 2 is no field.',
    );
  });
});

describe('packed bytes', () => {
  const text = new TextEncoder().encode('Käse '.repeat(1_000));

  it.each([
    ['gzip', gzipSync(text)],
    ['zlib', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
  ] as const)('come out of %s as they went in', async (format, packed) => {
    expect(await unpack(new Uint8Array(packed), format)).toEqual({ bytes: text, warning: null });
  });

  it('are cut where they would fill the memory', async () => {
    const { bytes, warning } = await unpack(
      new Uint8Array(gzipSync(new Uint8Array(5_000_000))),
      'gzip',
      100_000,
    );
    expect(bytes.length).toBe(100_000);
    expect(warning).toBe('This unpacks to more than 100 kB: the rest was left out.');
  });

  it('that are none are told from those that end badly', async () => {
    await expect(unpack(bytes('00 01 02') as Uint8Array<ArrayBuffer>, 'gzip')).rejects.toThrow(
      'This does not unpack as gzip.',
    );
    const random = Uint8Array.from({ length: 200_000 }, (_, index) => (index * index * 31) >> 3);
    const { bytes: unpacked, warning } = await unpack(new Uint8Array(gzipSync(random)).slice(0, -9), 'gzip');
    expect(unpacked.length).toBeGreaterThan(0);
    expect(warning).toMatch(/^The packed bytes end badly/);
  });
});

describe('any payload', () => {
  it('is either read as a format or said not to be in it', async () => {
    const formats = fc.constantFrom<PayloadFormat>('msgpack', 'cbor', 'protobuf', 'image', 'base64');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), formats, async (payload, format) => {
        const outcome = await decodePayload(new Uint8Array(payload), format).catch((error: unknown) => error);
        expect(outcome).toSatisfy(
          (outcome: { kind?: string; code?: string }) =>
            outcome.kind !== undefined || outcome.code === 'other-format',
        );
      }),
      { numRuns: 400 },
    );
  });

  it('of MessagePack keeps what was written', async () => {
    const values = fc.record({
      n: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }),
      b: fc.uint8Array(),
    });
    await fc.assert(
      fc.asyncProperty(values, async ({ n }) => {
        expect(await rowsOf(encodeMsgpack([n], { useBigInt64: true }), 'msgpack')).toEqual([
          '0  array',
          `1 0 ${n}`,
        ]);
      }),
    );
  });
});
