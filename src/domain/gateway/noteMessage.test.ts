import { describe, expect, it } from 'vitest';
import type { GatewayId } from './gatewayId.ts';
import type { DraftedMessage } from './messageNote.ts';
import { noteMessage, type Sending } from './noteMessage.ts';

const ONE_FRAME: Sending = { transport: 'companion', maxFrameBytes: null };
const SHORT_FRAMES: Sending = { transport: 'companion', maxFrameBytes: 32_768 };
const IN_BROWSER: Sending = { transport: 'browser', maxFrameBytes: 32_768 };

function json(byteLength: number): DraftedMessage {
  return { kind: 'text', text: '{"action":"echo"}', byteLength };
}

describe('noteMessage', () => {
  it.each<[GatewayId, DraftedMessage, RegExp]>([
    ['aws', json(131_073), /AWS takes messages of 131,072 at most/],
    ['aws', { kind: 'binary', text: '', byteLength: 1 }, /no binary/],
    ['aws', { kind: 'text', text: 'hello', byteLength: 5 }, /\$default/],
    ['webpubsub', json(1_000_001), /Web PubSub takes messages of 1,000,000/],
    ['ibm', json(1_024), /IBM takes messages of 1,023/],
  ])('warns at %s of %o', (gateway, message, says) => {
    expect(noteMessage(gateway, message, SHORT_FRAMES)).toEqual([
      { tone: 'warn', text: expect.stringMatching(says) as string },
    ]);
  });

  it.each([
    [32_769, 'This message has 32,769 bytes: it goes in 2 frames of at most 32 KB'],
    [65_536, 'This message has 65,536 bytes: it goes in 2 frames of at most 32 KB'],
    [131_072, 'This message has 131,072 bytes: it goes in 4 frames of at most 32 KB'],
  ])('says of %s bytes over the companion that they go in frames', (byteLength, beginning) => {
    const text = `${beginning}, because AWS takes no longer one.`;
    expect(noteMessage('aws', json(byteLength), SHORT_FRAMES)).toEqual([{ tone: 'info', text }]);
  });

  it.each<[string, Sending, RegExp]>([
    ['in the Browser transport', IN_BROWSER, /the Companion transport sends shorter ones/],
    ['over a connection made for another gateway', ONE_FRAME, /Connect again with this gateway chosen/],
  ])('warns of one long frame %s', (_, sending, instead) => {
    const [note, ...others] = noteMessage('aws', json(32_769), sending);
    expect(others).toEqual([]);
    expect(note?.tone).toBe('warn');
    expect(note?.text).toMatch(/goes in one frame: AWS takes frames of 32 KB at most, and closes .* 1009/);
    expect(note?.text).toMatch(instead);
  });

  it.each<[GatewayId, DraftedMessage]>([
    ['aws', json(32_768)],
    ['aws', { kind: 'text', text: '', byteLength: 0 }],
    ['webpubsub', { kind: 'binary', text: '', byteLength: 1_000_000 }],
    ['apim', { kind: 'text', text: 'hello', byteLength: 5_000_000 }],
    ['generic', { kind: 'binary', text: '', byteLength: 5_000_000 }],
  ])('is silent at %s about %o', (gateway, message) => {
    expect(noteMessage(gateway, message, IN_BROWSER)).toEqual([]);
  });
});
