import { describe, expect, it } from 'vitest';
import { acceptUpgrade, answerAndEnd } from '../testing/answers.ts';
import { requestTo } from '../testing/requestTo.ts';
import { serve } from '../testing/serve.ts';
import { echo, servePeer } from './testing/peerServer.ts';
import { openRelayPage, type RelayPage, type RelayPageOptions } from './testing/relayPage.ts';

/** A page that is connected to a server of raw bytes. */
async function connectTo(
  behave: Parameters<typeof acceptUpgrade>[1],
  options: RelayPageOptions = {},
): Promise<RelayPage> {
  const server = await serve(acceptUpgrade([], behave));
  const page = await openRelayPage(options);
  await page.connect(requestTo(`ws://127.0.0.1:${server.port}/`));
  return page;
}

function hex(text: string): Buffer {
  return Buffer.from(text.replaceAll(' ', ''), 'hex');
}

describe('serveRelay: the handshake', () => {
  it('tells of the handshake as it happens', async () => {
    const { url } = await servePeer();
    const page = await openRelayPage();
    await page.connect(requestTo(url));
    const events = page.messages.map((message) => message.type === 'handshake' && message.event.type);
    expect(events[0]).toBe('started');
    expect(events).toContain('requested');
    expect(events.at(-1)).toBe('ended');
  });

  it('closes after a handshake that did not open', async () => {
    const server = await serve(answerAndEnd('HTTP/1.1 401 Unauthorized', 'Content-Length: 0', '', ''));
    const page = await openRelayPage();
    await page.connect(requestTo(`ws://127.0.0.1:${server.port}/`));
    await page.until(() => page.closeCode !== null);
    expect(page.closeCode).toBe(1000);
    expect(page.messages.at(-1)).toMatchObject({
      event: { type: 'ended', outcome: { kind: 'refused', status: 401 } },
    });
  });

  it('cancels it', async () => {
    const server = await serve(() => {});
    const closed = server.nextClosed();
    const page = await openRelayPage();
    page.dial(requestTo(`ws://127.0.0.1:${server.port}/`));
    await page.until(() =>
      page.messages.some(
        (message) =>
          message.type === 'handshake' &&
          message.event.type === 'step-started' &&
          message.event.step === 'answer',
      ),
    );
    page.tell({ type: 'cancel' });
    await page.until(() => page.closeCode !== null);
    expect(page.messages.at(-1)).toMatchObject({
      event: { type: 'ended', outcome: { kind: 'cancelled', step: 'answer' } },
    });
    await closed;
  });

  it('gives it up when the page goes', async () => {
    const server = await serve(() => {});
    const closed = server.nextClosed();
    const page = await openRelayPage();
    page.dial(requestTo(`ws://127.0.0.1:${server.port}/`));
    await server.nextSocket();
    page.webSocket.terminate();
    await expect(closed).resolves.toBeUndefined();
  });

  it('asks the policy', async () => {
    const { url } = await servePeer();
    const page = await openRelayPage({ policy: () => 'Not there.' });
    await page.connect(requestTo(url));
    expect(page.messages.at(-1)).toMatchObject({
      event: { outcome: { kind: 'failed', failure: { code: 'target-forbidden' } } },
    });
  });

  it('ends a relay that nobody dials on', async () => {
    const page = await openRelayPage({ limits: { dialMessageMs: 20 } });
    await page.until(() => page.closeCode !== null);
    expect(page.closeCode).toBe(1008);
    expect(page.messages).toEqual([
      { type: 'rejected', code: 'dial-expected', message: 'No dial message came in time.' },
    ]);
  });

  it('ends a relay whose first message is not to be read', async () => {
    const page = await openRelayPage();
    page.webSocket.send('{"type":"dial"}');
    await page.until(() => page.closeCode !== null);
    expect(page.closeCode).toBe(1008);
    expect(page.messages).toEqual([
      { type: 'rejected', code: 'dial-malformed', message: 'request: expected "request".' },
    ]);
  });
});

describe('serveRelay: messages', () => {
  it('relays text and binary both ways, sent ones in the order in which they went', async () => {
    const { url } = await servePeer();
    const page = await openRelayPage();
    await page.connect(requestTo(url));
    page.sendMessage('text', 'Grüße');
    page.sendMessage('binary', hex('00ff'));
    page.sendMessage('text', '');
    await page.recordCount(6);
    expect(page.entries().filter((entry) => entry.startsWith('sent'))).toEqual([
      'sent text Grüße',
      'sent binary 00ff',
      'sent text',
    ]);
    expect(page.entries().filter((entry) => entry.startsWith('received'))).toEqual([
      'received text Grüße',
      'received binary 00ff',
      'received text',
    ]);
  });

  it('stamps entries with the time at the companion, in order', async () => {
    const before = performance.timeOrigin + performance.now();
    const { url } = await servePeer();
    const page = await openRelayPage();
    await page.connect(requestTo(url));
    page.sendMessage('text', 'a');
    await page.recordCount(2);
    const times = page.records.map(({ time }) => time);
    expect(times).toEqual(times.toSorted((left, right) => left - right));
    expect(times[0]).toBeGreaterThan(before);
    expect(times.at(-1)).toBeLessThan(performance.timeOrigin + performance.now());
  });

  it('delivers what came with the 101', async () => {
    const server = await serve(acceptUpgrade([], (socket) => socket.write(hex('8102 6869'))));
    const page = await openRelayPage();
    await page.connect(requestTo(`ws://127.0.0.1:${server.port}/`));
    await page.recordCount(1);
    expect(page.entries()).toEqual(['received text hi']);
  });

  it('joins fragments, and says how many frames there were', async () => {
    const page = await connectTo((socket) => socket.write(hex('0101 61 8900 0001 62 8001 63')));
    await page.recordCount(3);
    expect(page.entries().filter((entry) => entry.startsWith('received'))).toEqual([
      'received ping',
      'received text abc',
    ]);
    expect(page.records.find(({ kind }) => kind === 1)?.frames).toBe(3);
  });

  it('carries a message that is larger than a batch, both ways', async () => {
    const { url } = await servePeer();
    const page = await openRelayPage();
    await page.connect(requestTo(url));
    const payload = Buffer.from(Array.from({ length: 1_000_000 }, (_, index) => index % 251));
    page.sendMessage('binary', payload);
    await page.until(() => page.records.filter(({ hasMore }) => !hasMore).length === 2);
    const [sent, received] = [true, false].map((isSent) =>
      Buffer.concat(page.records.filter((record) => record.isSent === isSent).map(({ payload }) => payload)),
    );
    expect(sent?.equals(payload)).toBe(true);
    expect(received?.equals(payload)).toBe(true);
  });

  it('compresses when that was accepted, and says which messages were', async () => {
    const { url } = await servePeer(echo, true);
    const page = await openRelayPage();
    await page.connect(requestTo(url, { offersCompression: true }));
    const text = 'compress me '.repeat(1_000);
    page.sendMessage('text', text);
    page.sendMessage('text', 'x');
    await page.recordCount(4);
    expect(page.entries().toSorted()).toEqual(
      [`received text ${text}`, 'received text x', `sent text ${text}`, 'sent text x']
        .map((entry) => entry.trim())
        .toSorted(),
    );
    const compressed = page.records.map(({ isSent, isCompressed }) => ({ isSent, isCompressed }));
    expect(compressed.filter(({ isSent }) => isSent).every(({ isCompressed }) => isCompressed)).toBe(true);
    expect(compressed.filter(({ isSent }) => !isSent).some(({ isCompressed }) => isCompressed)).toBe(true);
  });

  it('answers pings, sends pings, and shows all of them', async () => {
    const { url, nextPeer } = await servePeer();
    const page = await openRelayPage();
    const connected = nextPeer();
    await page.connect(requestTo(url));
    const peer = await connected;
    const ponged = new Promise((resolve) => peer.once('pong', (data) => resolve(data.toString())));
    peer.ping('a');
    expect(await ponged).toBe('a');
    page.tell({ type: 'ping', payload: btoa('b') });
    await page.recordCount(4);
    expect(page.entries()).toEqual(['received ping 61', 'sent pong 61', 'sent ping 62', 'received pong 62']);
  });
});

describe('serveRelay: what it rejects', () => {
  it.each([
    [
      'text that is no message',
      (page: RelayPage) => page.webSocket.send('{'),
      'message-malformed',
      'The message is not JSON.',
    ],
    [
      'a second dial',
      (page: RelayPage) => page.dial(requestTo('ws://127.0.0.1:1/')),
      'already-dialled',
      'This relay has dialled already: open another for a new connection.',
    ],
    [
      'a close code that may not be sent',
      (page: RelayPage) => page.tell({ type: 'close', code: 1006, reason: '' }),
      'close-invalid',
      'Close code 1006 only reports how a connection ended and is never sent: use 1000, or 3000 to 4999.',
    ],
    [
      'a reason that is too long',
      (page: RelayPage) => page.tell({ type: 'close', code: 1000, reason: 'é'.repeat(62) }),
      'close-invalid',
      'The reason takes 124 bytes as UTF-8; a Close frame has room for 123.',
    ],
    [
      'a reason without a code',
      (page: RelayPage) => page.tell({ type: 'close', code: null, reason: 'bye' }),
      'close-invalid',
      'A Close frame without a code has no room for a reason.',
    ],
    [
      'a ping that is too long',
      (page: RelayPage) => page.tell({ type: 'ping', payload: Buffer.alloc(126).toString('base64') }),
      'ping-too-long',
      'A ping carries at most 125 bytes; this one has 126.',
    ],
    [
      'a broken batch',
      (page: RelayPage) => page.webSocket.send(hex('01')),
      'entry-batch-malformed',
      'A batch begins with 8 bytes; this one has 1 in all.',
    ],
    [
      'text that is not UTF-8',
      (page: RelayPage) => page.sendMessage('text', hex('ff')),
      'message-unsendable',
      'A text message must be UTF-8.',
    ],
  ])('goes on after %s', async (_, tell, code, message) => {
    const { url } = await servePeer();
    const page = await openRelayPage();
    await page.connect(requestTo(url));
    tell(page);
    expect(await page.message('rejected')).toEqual({ type: 'rejected', code, message });
    page.sendMessage('text', 'still here');
    await page.recordCount(2);
    expect(page.entries()).toContain('received text still here');
  });

  it('rejects a message before the connection is open', async () => {
    const server = await serve(() => {});
    const page = await openRelayPage();
    page.dial(requestTo(`ws://127.0.0.1:${server.port}/`));
    page.sendMessage('text', 'too early');
    expect(await page.message('rejected')).toMatchObject({ code: 'not-open' });
  });
});

describe('serveRelay: the end', () => {
  it('closes with code and reason', async () => {
    const { url, nextPeer } = await servePeer();
    const page = await openRelayPage();
    const peer = nextPeer();
    await page.connect(requestTo(url));
    const closed = peer.then(
      (peer) => new Promise((resolve) => peer.on('close', (...close) => resolve(close))),
    );
    page.tell({ type: 'close', code: 4001, reason: 'done' });
    const { ending } = await page.message('closed');
    expect(ending).toEqual({
      at: expect.any(Number),
      closeCode: 4001,
      reason: 'done',
      wasClean: true,
      by: 'local',
      detail: null,
    });
    expect(await closed).toEqual([4001, Buffer.from('done')]);
    expect(await page.message('closing')).toMatchObject({ by: 'local' });
    expect(page.entries()).toEqual(['sent close 0fa1646f6e65', 'received close 0fa1646f6e65']);
    await page.until(() => page.closeCode !== null);
    expect(page.closeCode).toBe(1000);
  });

  it('closes without a code', async () => {
    const { url } = await servePeer();
    const page = await openRelayPage();
    await page.connect(requestTo(url));
    page.tell({ type: 'close', code: null, reason: '' });
    const { ending } = await page.message('closed');
    expect(ending).toMatchObject({ closeCode: 1005, wasClean: true, by: 'local' });
    expect(page.entries()).toEqual(['sent close', 'received close']);
  });

  it('answers a Close frame, and tells after the last message', async () => {
    const { url } = await servePeer((peer) => {
      peer.send('last words');
      peer.close(4999, 'enough');
    });
    const page = await openRelayPage();
    await page.connect(requestTo(url));
    const { ending } = await page.message('closed');
    expect(ending).toMatchObject({
      closeCode: 4999,
      reason: 'enough',
      wasClean: true,
      by: 'remote',
      detail: null,
    });
    expect(page.entries()).toEqual([
      'received text last words',
      'received close 1387656e6f756768',
      'sent close 1387',
    ]);
    expect(page.messages.at(-1)?.type).toBe('closed');
  });

  it.each([
    [
      'ends',
      (socket: { end: () => unknown }) => socket.end(),
      'The server ended the network connection without a Close frame.',
    ],
    [
      'resets',
      (socket: { resetAndDestroy: () => unknown }) => socket.resetAndDestroy(),
      'The network connection was lost (ECONNRESET).',
    ],
  ])('tells when the server %s the network connection', async (_, leave, detail) => {
    const server = await serve(acceptUpgrade());
    const page = await openRelayPage();
    await page.connect(requestTo(`ws://127.0.0.1:${server.port}/`));
    for (const socket of server.sockets) leave(socket);
    const { ending } = await page.message('closed');
    expect(ending).toEqual({
      at: expect.any(Number),
      closeCode: 1006,
      reason: '',
      wasClean: false,
      by: 'network',
      detail,
    });
  });

  it('waits for a Close frame no longer than its limit', async () => {
    const page = await connectTo(() => {}, { limits: { closeMs: 30 } });
    page.tell({ type: 'close', code: 1000, reason: '' });
    const { ending } = await page.message('closed');
    expect(ending).toMatchObject({
      closeCode: 1006,
      wasClean: false,
      by: 'local',
      detail: 'No Close frame came back within 0.03 s, so Postern ended the network connection.',
    });
  });

  it('ends the network connection itself when the server does not, after both Close frames', async () => {
    const page = await connectTo((socket) => socket.write(hex('8802 03e8')), { limits: { endMs: 20 } });
    const { ending } = await page.message('closed');
    expect(ending).toMatchObject({ closeCode: 1000, wasClean: true, by: 'remote' });
  });

  it.each([
    ['a reserved bit', 'a102 6869', 1002, 'RSV2 and RSV3 must be clear (WS_ERR_UNEXPECTED_RSV_2_3)'],
    ['compression that was not accepted', 'c102 6869', 1002, 'RSV1 must be clear (WS_ERR_UNEXPECTED_RSV_1)'],
    ['an unknown opcode', '8300', 1002, 'invalid opcode 3 (WS_ERR_INVALID_OPCODE)'],
    ['a masked frame', '8182 00000000 6869', 1002, 'MASK must be clear (WS_ERR_UNEXPECTED_MASK)'],
    ['a fragmented ping', '0900', 1002, 'FIN must be set (WS_ERR_EXPECTED_FIN)'],
    ['a continuation of nothing', '8000', 1002, 'invalid opcode 0 (WS_ERR_INVALID_OPCODE)'],
    ['text that is not UTF-8', '8101 ff', 1007, 'invalid UTF-8 sequence (WS_ERR_INVALID_UTF8)'],
    [
      'a close code that may not travel',
      '8802 03ee',
      1002,
      'invalid status code 1006 (WS_ERR_INVALID_CLOSE_CODE)',
    ],
    [
      'a message that is too large',
      '827f 0000000010000001',
      1009,
      'Max payload size exceeded (WS_ERR_UNSUPPORTED_MESSAGE_LENGTH)',
    ],
  ])('closes at %s', async (_, bytes, closeCode, words) => {
    const frames: Buffer[] = [];
    const page = await connectTo((socket) => {
      socket.on('data', (chunk) => frames.push(chunk));
      socket.write(hex(`8101 61 ${bytes}`));
    });
    const { ending } = await page.message('closed');
    expect(ending).toEqual({
      at: expect.any(Number),
      closeCode: 1006,
      reason: '',
      wasClean: false,
      by: 'protocol-error',
      detail: `The server sent what the protocol does not allow: ${words}. Postern closed the connection with ${closeCode}.`,
    });
    expect(page.entries()).toEqual([
      'received text a',
      `sent close ${closeCode.toString(16).padStart(4, '0')}`,
    ]);
    expect(frames[0]?.[0]).toBe(0x88);
  });

  it('closes at a compressed message that does not inflate', async () => {
    const server = await serve(
      acceptUpgrade(['Sec-WebSocket-Extensions: permessage-deflate'], (socket) =>
        socket.write(hex('c103 ffffff')),
      ),
    );
    const page = await openRelayPage();
    await page.connect(requestTo(`ws://127.0.0.1:${server.port}/`, { offersCompression: true }));
    const { ending } = await page.message('closed');
    expect(ending.detail).toContain('(Z_DATA_ERROR). Postern closed the connection with 1007.');
  });

  it('takes nothing to send once it is closing', async () => {
    const page = await connectTo(() => {});
    page.tell({ type: 'close', code: 1000, reason: '' });
    page.sendMessage('text', 'too late');
    expect(await page.message('rejected')).toMatchObject({ code: 'not-open' });
  });

  it('closes upstream as going away when the page goes', async () => {
    const { url, nextPeer } = await servePeer();
    const page = await openRelayPage();
    const connected = nextPeer();
    await page.connect(requestTo(url));
    const peer = await connected;
    const closed = new Promise((resolve) => peer.once('close', resolve));
    page.webSocket.terminate();
    expect(await closed).toBe(1001);
  });

  it('leaves a server that does not let it go, after a limit', async () => {
    const server = await serve(acceptUpgrade());
    const closed = server.nextClosed();
    const page = await openRelayPage({ limits: { closeMs: 30 } });
    await page.connect(requestTo(`ws://127.0.0.1:${server.port}/`));
    page.webSocket.close();
    await expect(closed).resolves.toBeUndefined();
  });
});
