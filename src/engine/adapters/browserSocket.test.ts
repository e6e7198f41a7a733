import { describe, expect, it } from 'vitest';
import { describeAdapter } from '../testing/adapterContract.ts';
import { requestTo } from '../testing/fakeEngine.ts';
import { NODE_SURROUNDINGS } from '../testing/nodeSurroundings.ts';
import { startPeerServer } from '../testing/peerServer.ts';
import { createRecordingSink } from '../testing/recordingSink.ts';
import { createBrowserSocketOpener } from './browserSocket.ts';

const open = createBrowserSocketOpener(NODE_SURROUNDINGS);

describeAdapter('browser', () => Promise.resolve({ open, close: () => Promise.resolve() }));

describe('createBrowserSocketOpener', () => {
  it.each([
    ['a fragment', 'ws://127.0.0.1:9/#fragment', []],
    ['a subprotocol twice', 'ws://127.0.0.1:9/', ['chat', 'chat']],
    ['what is no URL', 'not a URL', []],
  ])('fails where the platform does not accept %s', async (_what, url, subprotocols) => {
    const sink = createRecordingSink();
    open(requestTo(url, { transport: 'browser', subprotocols }), sink);
    await sink.until(() => sink.connection().phase.kind === 'failed');
    expect(sink.connection().record?.outcome).toMatchObject({
      kind: 'failed',
      failure: { step: 'request', code: 'request-invalid', systemCode: 'SyntaxError' },
    });
  });

  it('gives up on a peer that does not answer the Close frame', async () => {
    const peer = await startPeerServer();
    const sink = createRecordingSink();
    const request = requestTo(peer.url('/deaf'), { transport: 'browser' });
    const adapter = createBrowserSocketOpener(NODE_SURROUNDINGS, 20)(request, sink);
    await sink.until(() => sink.connection().phase.kind === 'open');
    adapter.close(1000, '');
    await sink.until(() => sink.connection().phase.kind === 'closed');
    expect(sink.connection().phase).toMatchObject({
      ending: { closeCode: 1006, by: 'network', detail: expect.stringContaining('Close frame') as string },
    });
    await peer.close();
  });

  it('cannot send a ping, and says who can', () => {
    const sink = createRecordingSink();
    const adapter = open(requestTo('ws://127.0.0.1:9/', { transport: 'browser' }), sink);
    adapter.ping(new Uint8Array());
    adapter.abandon();
    expect(sink.rejections).toEqual([
      {
        code: 'ping-unsupported',
        message: 'A page cannot send a ping. Connect through the companion to send one.',
      },
    ]);
  });
});
