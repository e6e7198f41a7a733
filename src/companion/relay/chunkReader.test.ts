import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChunkReader } from './chunkReader.ts';
import { FrameWalker } from './frameWalker.ts';
import { Receiver } from './wsParts.ts';

interface Seen {
  readonly lines: readonly string[];
  /** Messages that the receiver had no part in. */
  readonly wholes: number;
}

/** Everything that chunks tell of, in order, up to the first error. */
async function read(chunks: readonly Buffer[]): Promise<Seen> {
  const lines: string[] = [];
  let wholes = 0;
  const receiver = new Receiver({ isServer: false, extensions: {}, maxPayload: 1e6, maxFragments: 100 });
  const walker = new FrameWalker();
  const tell = (kind: string, payload: Buffer): void => void lines.push(`${kind} ${payload.toString('hex')}`);
  const reader = new ChunkReader({
    receiver,
    walker,
    isCompressing: false,
    onWholeMessage(payload, isText) {
      wholes += 1;
      tell(`${isText ? 'text' : 'binary'} of 1`, payload);
    },
  });
  const ended = new Promise<void>((resolve) => {
    receiver.on('message', (payload, isBinary) => {
      tell(`${isBinary ? 'binary' : 'text'} of ${walker.take().frames}`, payload);
    });
    receiver.on('ping', (payload) => tell('ping', payload));
    receiver.on('conclude', (closeCode) => {
      lines.push(`close ${closeCode}`);
      reader.stop();
      resolve();
    });
    receiver.on('error', (error) => {
      lines.push((error as NodeJS.ErrnoException).code ?? error.name);
      resolve();
    });
  });
  for (const chunk of chunks) reader.read(chunk);
  await ended;
  return { lines, wholes };
}

function hex(...texts: readonly string[]): Buffer {
  return Buffer.from(texts.join('').replaceAll(' ', ''), 'hex');
}

const CLOSE = '8802 03e8';
/** Whole messages, fragments with a ping among them, and a length of two bytes. */
const STREAM = hex(
  '8101 61 8202 00ff 8901 70 0101 62 0001 63 8900 8001 64 8101 65 ',
  `827e 0100 ${'66'.repeat(256)} 8100 8101 67 `,
  CLOSE,
);
const LINES = [
  'text of 1 61',
  'binary of 1 00ff',
  'ping 70',
  'ping ',
  'text of 3 626364',
  'text of 1 65',
  `binary of 1 ${'66'.repeat(256)}`,
  'text of 1 ',
  'text of 1 67',
  'close 1000',
];

describe('ChunkReader', () => {
  it('tells of messages and control frames in their order', async () => {
    expect(await read([STREAM])).toEqual({ lines: LINES, wholes: 6 });
  });

  it('tells of the same however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: STREAM.length }), { maxLength: 12 }),
        async (cuts) => {
          const ends = [...cuts.toSorted((left, right) => left - right), STREAM.length];
          const chunks = ends.map((end, index) => STREAM.subarray(index === 0 ? 0 : ends[index - 1], end));
          expect((await read(chunks)).lines).toEqual(LINES);
        },
      ),
    );
  });

  it.each([
    ['a masked frame', '8181 00000000 61', 'WS_ERR_UNEXPECTED_MASK'],
    ['a reserved bit', 'a101 61', 'WS_ERR_UNEXPECTED_RSV_2_3'],
    ['an unknown opcode', '8301 61', 'WS_ERR_INVALID_OPCODE'],
    ['text that is not UTF-8', '8102 c328', 'WS_ERR_INVALID_UTF8'],
    ['a message within a fragmented one', '0101 61 8101 62', 'WS_ERR_INVALID_OPCODE'],
    ['a continuation of nothing', '8001 61', 'WS_ERR_INVALID_OPCODE'],
  ])('stops at %s, and tells of nothing behind it', async (_, bytes, code) => {
    expect((await read([hex('8101 61', bytes, '8101 7a', CLOSE)])).lines).toEqual(['text of 1 61', code]);
  });

  it('tells of nothing behind a Close frame', async () => {
    const { lines } = await read([hex('8101 61', CLOSE, '8101 62')]);
    expect(lines).toEqual(['text of 1 61', 'close 1000']);
  });
});
