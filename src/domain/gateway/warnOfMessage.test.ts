import { describe, expect, it } from 'vitest';
import type { GatewayId } from './gatewayId.ts';
import { warnOfMessage, type DraftedMessage } from './warnOfMessage.ts';

function json(byteLength: number): DraftedMessage {
  return { kind: 'text', text: '{"action":"echo"}', byteLength };
}

describe('warnOfMessage', () => {
  it.each<[GatewayId, DraftedMessage, RegExp]>([
    ['aws', json(32_769), /32,769 bytes and goes in one frame: AWS takes frames of 32,768/],
    ['aws', json(131_073), /AWS takes messages of 131,072 at most/],
    ['aws', { kind: 'binary', text: '', byteLength: 1 }, /no binary/],
    ['aws', { kind: 'text', text: 'hello', byteLength: 5 }, /\$default/],
    ['webpubsub', json(1_000_001), /Web PubSub takes messages of 1,000,000/],
    ['ibm', json(1_024), /IBM takes messages of 1,023/],
  ])('warns at %s of %o', (gateway, message, says) => {
    expect(warnOfMessage(gateway, message)).toEqual([expect.stringMatching(says)]);
  });

  it.each<[GatewayId, DraftedMessage]>([
    ['aws', json(32_768)],
    ['aws', { kind: 'text', text: '', byteLength: 0 }],
    ['webpubsub', { kind: 'binary', text: '', byteLength: 1_000_000 }],
    ['apim', { kind: 'text', text: 'hello', byteLength: 5_000_000 }],
    ['generic', { kind: 'binary', text: '', byteLength: 5_000_000 }],
  ])('is silent at %s about %o', (gateway, message) => {
    expect(warnOfMessage(gateway, message)).toEqual([]);
  });
});
