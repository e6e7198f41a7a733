import { describe, expect, it, onTestFinished } from 'vitest';
import { startAws } from '../emulators/aws/startAws.ts';
import { createFrameReader, type FrameHead } from '../emulators/aws/frameReader.ts';
import { scheduleWithTimers } from '../emulators/clock.ts';
import { deriveSecretsFrom } from '../emulators/secrets/deriveSecret.ts';
import { acceptUpgrade } from '../testing/answers.ts';
import { requestTo } from '../testing/requestTo.ts';
import { serve } from '../testing/serve.ts';
import { echo, servePeer } from './testing/peerServer.ts';
import { openRelayPage, type RelayPage } from './testing/relayPage.ts';

const KB = 1024;

/** A page connected to a server that reads no more than the heads of the frames. */
async function connectToHeads(): Promise<{
  page: RelayPage;
  heads: (count: number) => Promise<FrameHead[]>;
}> {
  const seen: FrameHead[] = [];
  let check = (): void => {};
  const read = createFrameReader((head) => {
    seen.push(head);
    check();
  });
  const server = await serve(acceptUpgrade([], (socket) => socket.on('data', read)));
  const page = await openRelayPage();
  await page.connect(requestTo(`ws://127.0.0.1:${server.port}/`, { maxFrameBytes: 32 * KB }));
  const heads = (count: number) =>
    new Promise<FrameHead[]>((resolve) => {
      check = () => {
        if (seen.length >= count) resolve(seen);
      };
      check();
    });
  return { page, heads };
}

async function connectToAws(maxFrameBytes: number | null): Promise<RelayPage> {
  const clock = { now: () => Date.now(), schedule: scheduleWithTimers };
  const aws = await startAws({ port: 0, secrets: deriveSecretsFrom('a seed for tests'), clock });
  onTestFinished(() => aws.close());
  const page = await openRelayPage();
  await page.connect(requestTo(`${aws.gateway.baseUrl}/dev`, { maxFrameBytes }));
  return page;
}

const sentFrames = ({ records }: RelayPage) => records.find(({ isSent }) => isSent)?.frames;

describe('a relay with a limit of 32 KB a frame', () => {
  it.each<[number, readonly [number, number][]]>([
    [32 * KB, [[1, 32 * KB]]],
    [
      32 * KB + 1,
      [
        [1, 32 * KB],
        [0, 1],
      ],
    ],
    [
      70 * KB,
      [
        [1, 32 * KB],
        [0, 32 * KB],
        [0, 6 * KB],
      ],
    ],
  ])('sends %s bytes as frames of these opcodes and lengths: %j', async (byteLength, expected) => {
    const { page, heads } = await connectToHeads();
    page.sendMessage('text', 'a'.repeat(byteLength));
    const seen = await heads(expected.length);
    expect(seen.map(({ opcode, payloadLength }) => [opcode, payloadLength])).toEqual(expected);
    await page.recordCount(1);
    expect(sentFrames(page)).toBe(expected.length);
  });

  it('begins each message anew', async () => {
    const { page, heads } = await connectToHeads();
    page.sendMessage('text', 'a'.repeat(33 * KB));
    page.sendMessage('binary', Buffer.alloc(33 * KB));
    page.sendMessage('text', 'a');
    expect((await heads(5)).map(({ opcode }) => opcode)).toEqual([1, 0, 2, 0, 1]);
  });

  it('cuts text within a character, and the message stays the same', async () => {
    const { url } = await servePeer();
    const page = await openRelayPage();
    await page.connect(requestTo(url, { maxFrameBytes: 32 * KB }));
    const text = `a${'é'.repeat(32 * KB)}`;
    page.sendMessage('text', text);
    await page.recordCount(2);
    const received = page.records.filter(({ isSent }) => !isSent).map(({ payload }) => payload);
    expect(Buffer.concat(received).toString()).toBe(text);
  });

  it('compresses no message that could grow past it', async () => {
    const { url } = await servePeer(echo, true);
    const page = await openRelayPage();
    await page.connect(requestTo(url, { offersCompression: true, maxFrameBytes: 32 * KB }));
    page.sendMessage('text', 'a'.repeat(20 * KB));
    page.sendMessage('text', 'a'.repeat(32 * KB));
    page.sendMessage('text', 'a'.repeat(33 * KB));
    await page.recordCount(6);
    const sent = page.records.filter(({ isSent }) => isSent);
    expect(sent.map(({ isCompressed, frames }) => [isCompressed, frames])).toEqual([
      [true, 1],
      [false, 1],
      [false, 2],
    ]);
  });
});

describe('AWS', () => {
  it('takes a message of 128 KB in four frames', async () => {
    const page = await connectToAws(32 * KB);
    page.sendMessage('text', 'a'.repeat(128 * KB));
    await page.until(() => page.records.some(({ isSent, hasMore }) => !isSent && !hasMore));
    expect(sentFrames(page)).toBe(4);
  });

  it('closes with 1009 at a frame of 33 KB', async () => {
    const page = await connectToAws(null);
    page.sendMessage('text', 'a'.repeat(33 * KB));
    expect((await page.message('closed')).ending).toMatchObject({ closeCode: 1009, by: 'remote' });
    expect(sentFrames(page)).toBe(1);
  });

  it('closes with 1009 at a message over 128 KB in frames that are short enough', async () => {
    const page = await connectToAws(32 * KB);
    page.sendMessage('text', 'a'.repeat(128 * KB + 1));
    expect((await page.message('closed')).ending).toMatchObject({ closeCode: 1009, by: 'remote' });
  });
});
