import { describe, expect, it } from 'vitest';
import type { TranscriptRow } from '#domain/transcript/entry.ts';
import { markOf } from './rowMark.ts';

function row(sequence: number, direction: TranscriptRow['direction'], preview: string): TranscriptRow {
  return {
    sequence,
    time: 1_000 + sequence * 10,
    direction,
    kind: 'text',
    byteLength: preview.length,
    frames: 1,
    gapMs: null,
    preview,
    isPreviewCut: false,
  };
}

const WEB_PUBSUB = { gateway: 'webpubsub', subprotocol: 'json.webpubsub.azure.v1' } as const;
const ACK = row(4, 'received', '{"type":"ack","ackId":1,"success":true}');

describe('markOf', () => {
  it('says how long after its message an ack came', () => {
    expect(markOf({ ...ACK, answeredAfterMs: 30 }, WEB_PUBSUB)).toEqual({
      tone: 'good',
      text: 'ack 1 · 30 ms',
    });
  });

  it('leaves the time out when its message is not known', () => {
    expect(markOf(ACK, WEB_PUBSUB)).toEqual({ tone: 'good', text: 'ack 1' });
  });

  it('marks nothing that was sent, nothing cut, and nothing of the service itself', () => {
    expect(markOf({ ...ACK, direction: 'sent' }, WEB_PUBSUB)).toBeNull();
    expect(markOf({ ...ACK, isPreviewCut: true }, WEB_PUBSUB)).toBeNull();
    expect(markOf(row(2, 'received', 'hello'), WEB_PUBSUB)).toBeNull();
  });
});
