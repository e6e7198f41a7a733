import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import { encodeBatch } from '#wire/entryBatch.ts';
import { requestTo } from '../testing/fakeEngine.ts';
import { NODE_SURROUNDINGS } from '../testing/nodeSurroundings.ts';
import { createRecordingSink } from '../testing/recordingSink.ts';
import type { RecordingSink } from '../testing/recordingSink.ts';
import { startScriptedRelay } from '../testing/scriptedRelay.ts';
import type { ScriptedRelay } from '../testing/scriptedRelay.ts';
import { createCompanionRelayOpener, CREDIT_LOT_BYTES } from './companionRelay.ts';
import type { ConnectionAdapter } from './connectionAdapter.ts';

const REQUEST = requestTo('ws://target.test/');

let relay: ScriptedRelay;
let sink: RecordingSink;
let adapter: ConnectionAdapter;

beforeEach(async () => {
  relay = await startScriptedRelay();
  sink = createRecordingSink();
  adapter = createCompanionRelayOpener({ ...NODE_SURROUNDINGS, relayUrl: relay.url })(REQUEST, sink);
  await relay.until(() => relay.received.length > 0);
});
afterEach(async () => {
  adapter.abandon();
  await relay.close();
});

const phase = () => sink.connection().phase;
const reaches = (kind: ReturnType<typeof phase>['kind']) => sink.until(() => phase().kind === kind);

async function open(): Promise<void> {
  relay.open();
  await reaches('open');
}

function batchOf(...texts: string[]): Uint8Array {
  const facts = { isSent: false, hasMore: false, isCompressed: false, frames: 1, time: 7 };
  return encodeBatch(
    texts.map((text) => ({ ...facts, kind: ENTRY_KIND.text, payload: new TextEncoder().encode(text) })),
  );
}

const texts = () => sink.records.map((record) => new TextDecoder().decode(record.payload));

describe('createCompanionRelayOpener', () => {
  it('asks the companion to dial, and is connecting meanwhile', () => {
    expect(relay.received).toEqual([{ type: 'dial', request: REQUEST }]);
    expect(phase().kind).toBe('connecting');
  });

  it('takes the handshake as the companion tells it', async () => {
    await open();
    expect(phase()).toMatchObject({ opened: { at: 1_005 } });
    expect(sink.connection().record?.startedAt).toBe(1_000);
  });

  it('unpacks batches in order', async () => {
    await open();
    relay.sendBatch(batchOf('one', 'two', ''));
    relay.sendBatch(batchOf('four'));
    await sink.until(() => sink.records.length === 4);
    expect(texts()).toEqual(['one', 'two', '', 'four']);
    expect(sink.records[0]).toMatchObject({ kind: 1, isSent: false, hasMore: false, time: 7 });
  });

  it('credits what is stored, in lots', async () => {
    await open();
    const batch = batchOf('x'.repeat(CREDIT_LOT_BYTES / 4));
    for (let sent = 0; sent < 4; sent += 1) relay.sendBatch(batch);
    await relay.until(() => relay.received.length === 2);
    expect(relay.received[1]).toEqual({ type: 'credit', bytes: 4 * batch.byteLength });
  });

  it('sends a ping as base64 and none that is too long', async () => {
    await open();
    adapter.ping(new Uint8Array(126));
    adapter.ping(new Uint8Array([1, 2, 3]));
    await relay.until(() => relay.received.length === 2);
    expect(relay.received[1]).toEqual({ type: 'ping', payload: 'AQID' });
    expect(sink.rejections.map((rejection) => rejection.code)).toEqual(['ping-too-long']);
  });

  it('passes on what the companion could not carry out, and stays open', async () => {
    await open();
    relay.tell({ type: 'rejected', code: 'message-too-big', message: 'The message is too big.' });
    await sink.until(() => sink.rejections.length > 0);
    expect(sink.rejections).toEqual([{ code: 'message-too-big', message: 'The message is too big.' }]);
    expect(phase().kind).toBe('open');
  });

  it('stores what comes between closing and closed', async () => {
    await open();
    relay.tell({ type: 'closing', at: 2_000, by: 'remote' });
    relay.sendBatch(batchOf('last words'));
    const ending = {
      at: 2_001,
      closeCode: 1000,
      reason: '',
      wasClean: true,
      by: 'remote',
      detail: null,
    } as const;
    relay.tell({ type: 'closed', ending });
    await reaches('closed');
    expect(texts()).toEqual(['last words']);
    expect(phase()).toMatchObject({ ending });
  });

  it('names the step under way when it is cancelled, and tells the companion', async () => {
    relay.tellHandshake({ type: 'step-started', step: 'dns', atMs: 0, limitMs: 5_000 });
    await sink.until(() => sink.events.length === 2);
    adapter.cancel();
    expect(phase()).toMatchObject({ kind: 'idle', cancelled: { step: 'dns' } });
    await relay.until(() => relay.received.length === 2);
    expect(relay.received[1]).toEqual({ type: 'cancel' });
  });

  it('fails when the companion is lost during the handshake', async () => {
    relay.vanish();
    await reaches('failed');
    expect(phase()).toMatchObject({ outcome: { kind: 'failed', failure: { code: 'companion-lost' } } });
  });

  it('ends with the companion when it is lost later', async () => {
    await open();
    relay.vanish();
    await reaches('closed');
    expect(phase()).toMatchObject({ ending: { closeCode: 1006, wasClean: false, by: 'companion' } });
  });

  it.each([
    ['a cut batch', () => relay.sendBatch(batchOf('one').subarray(0, 18))],
    ['a message of no known type', () => relay.sendText('{"type":"surprise"}')],
    ['a message that is not JSON', () => relay.sendText('}')],
  ])('ends when it gets %s', async (_what, act) => {
    await open();
    act();
    await reaches('closed');
    expect(phase()).toMatchObject({
      ending: { by: 'companion', detail: expect.stringContaining('does not understand') as string },
    });
  });

  it('fails where no companion listens', async () => {
    const lonely = createRecordingSink();
    const relayUrl = 'ws://127.0.0.1:9/api/relay';
    createCompanionRelayOpener({ ...NODE_SURROUNDINGS, relayUrl })(REQUEST, lonely);
    await lonely.until(() => lonely.connection().phase.kind === 'failed');
    expect(lonely.connection().record?.outcome).toMatchObject({ failure: { code: 'companion-lost' } });
  });
});
