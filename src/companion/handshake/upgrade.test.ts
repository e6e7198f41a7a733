import { describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES } from '#domain/handshake/handshakeRecord.ts';
import type { Socket } from 'node:net';
import { acceptUpgrade, answer, answerAndEnd, onHead, openingLines } from '../testing/answers.ts';
import { requestTo } from '../testing/requestTo.ts';
import { serve } from '../testing/serve.ts';
import { attemptTo, type FinishedAttempt } from './testing/attemptTo.ts';

async function attemptAt(behave: (socket: Socket) => void, path = '/'): Promise<FinishedAttempt> {
  const server = await serve(behave);
  return await attemptTo(requestTo(`ws://127.0.0.1:${server.port}${path}`));
}

describe('step request', () => {
  it('records every byte that it sends', async () => {
    const server = await serve(acceptUpgrade());
    const request = requestTo(`ws://127.0.0.1:${server.port}/a%20b/c?x=1&key=ü`, {
      origin: 'https://app.example.com',
      subprotocols: ['soap', 'wamp.2.json'],
      offersCompression: true,
      headers: [
        { name: 'X-API-KEY', value: 'abc' },
        { name: 'x-twice', value: 'one' },
        { name: 'X-Twice', value: 'tëo' },
        { name: 'Cookie', value: '' },
      ],
    });
    const { record } = await attemptTo(request, { userAgent: 'Postern/1.2.3' });
    const written = record.request?.headers.map(({ name, value }) => `${name}: ${value}\r\n`).join('') ?? '';
    expect(server.received().toString('latin1')).toBe(`${record.request?.requestLine}\r\n${written}\r\n`);
    expect(record.request?.requestLine).toBe('GET /a%20b/c?x=1&key=%C3%BC HTTP/1.1');
    expect(record.request?.headers).toEqual([
      { name: 'Host', value: `127.0.0.1:${server.port}` },
      { name: 'Upgrade', value: 'websocket' },
      { name: 'Connection', value: 'Upgrade' },
      { name: 'Sec-WebSocket-Key', value: expect.stringMatching(/^[A-Za-z0-9+/]{22}==$/) },
      { name: 'Sec-WebSocket-Version', value: '13' },
      { name: 'Origin', value: 'https://app.example.com' },
      { name: 'Sec-WebSocket-Protocol', value: 'soap, wamp.2.json' },
      { name: 'Sec-WebSocket-Extensions', value: 'permessage-deflate; client_max_window_bits' },
      { name: 'User-Agent', value: 'Postern/1.2.3' },
      { name: 'X-API-KEY', value: 'abc' },
      { name: 'x-twice', value: 'one' },
      { name: 'X-Twice', value: 'tëo' },
      { name: 'Cookie', value: '' },
    ]);
  });

  it('leaves User-Agent and Authorization to the person who sets them', async () => {
    const server = await serve(acceptUpgrade());
    const headers = [
      { name: 'user-agent', value: 'mine' },
      { name: 'authorization', value: 'Bearer x' },
    ];
    const request = requestTo(`ws://ann:pass@127.0.0.1:${server.port}/`, { headers });
    const { record } = await attemptTo(request);
    expect(record.request?.headers.slice(5)).toEqual(headers);
  });

  it('sends the credentials of a URL as HTTP does', async () => {
    const server = await serve(acceptUpgrade());
    const { record } = await attemptTo(requestTo(`ws://ann:p%40ss@127.0.0.1:${server.port}/`));
    expect(record.request?.headers.at(-1)).toEqual({ name: 'Authorization', value: 'Basic YW5uOnBAc3M=' });
  });

  it('uses a new key each time', async () => {
    const server = await serve(acceptUpgrade());
    const keys = new Set<string | undefined>();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      // One after another.
      const { record } = await attemptTo(requestTo(`ws://127.0.0.1:${server.port}/`));
      keys.add(record.request?.headers[3]?.value);
    }
    expect(keys.size).toBe(3);
  });

  it.each([
    ['fails after its limit', {}, { kind: 'failed', failure: { step: 'request', code: 'request-failed' } }],
    ['can be cancelled', { cancelAt: 'request' }, { kind: 'cancelled', step: 'request' }],
  ] as const)('%s when the server reads nothing', async (_, wish, outcome) => {
    const server = await serve(() => {}, { readsNothing: true });
    // More than the buffers of two sockets hold.
    const headers = Array.from({ length: 8 }, () => ({ name: 'X-Long', value: 'x'.repeat(1024 * 1024) }));
    const { record } = await attemptTo(requestTo(`ws://127.0.0.1:${server.port}/`, { headers }), {
      limits: { requestMs: 100 },
      ...wish,
    });
    expect(record.outcome).toMatchObject(outcome);
  });
});

describe('step answer', () => {
  it('records a refusal with its headers and its body', async () => {
    const { record, result } = await attemptAt(
      answer(
        'HTTP/1.1 401 Access Denied',
        'WWW-Authenticate: AzureApiManagementKey realm="x"',
        'set-cookie: a=1',
        'Set-Cookie: b=2',
        'Content-Length: 18',
        '',
        '{"statusCode":401}',
      ),
    );
    expect(result.kind).toBe('ended');
    expect(record.outcome).toEqual({ kind: 'refused', status: 401, reason: 'Access Denied' });
    expect(record.response).toEqual({
      from: 'target',
      httpVersion: '1.1',
      status: 401,
      reason: 'Access Denied',
      headers: [
        { name: 'WWW-Authenticate', value: 'AzureApiManagementKey realm="x"' },
        { name: 'set-cookie', value: 'a=1' },
        { name: 'Set-Cookie', value: 'b=2' },
        { name: 'Content-Length', value: '18' },
      ],
      body: { base64: btoa('{"statusCode":401}'), receivedBytes: 18, isTruncated: false },
    });
    expect(record.firstByteMs).toBeGreaterThan(0);
  });

  it('tells of the answer before it reads the body', async () => {
    const { events } = await attemptAt(answerAndEnd('HTTP/1.1 403 Forbidden', '', 'no'));
    expect(events.map(({ type }) => type).slice(-4)).toEqual(['answered', 'body-read', 'checked', 'ended']);
  });

  it('shows a redirect and does not follow it', async () => {
    const server = await serve(
      answer('HTTP/1.1 302 Found', 'Location: https://login.example.com/', 'Content-Length: 0', '', ''),
    );
    const { record } = await attemptTo(requestTo(`ws://127.0.0.1:${server.port}/`));
    expect(record.outcome).toEqual({ kind: 'refused', status: 302, reason: 'Found' });
    expect(record.response?.body).toEqual({ base64: '', receivedBytes: 0, isTruncated: false });
    expect(server.sockets.length).toBe(1);
  });

  it('decodes a chunked body', async () => {
    const { record } = await attemptAt(
      answer('HTTP/1.1 502 Bad Gateway', 'Transfer-Encoding: chunked', '', '2', 'ab', '1', 'c', '0', '', ''),
    );
    expect(record.response?.body).toEqual({ base64: btoa('abc'), receivedBytes: 3, isTruncated: false });
  });

  it('keeps the beginning of a body without end, and stops reading', async () => {
    const server = await serve((socket) => {
      onHead(socket, () => {
        socket.write('HTTP/1.1 500 Internal Server Error\r\n\r\n');
        const pour = (): void => {
          while (!socket.destroyed && socket.write('x'.repeat(10_000)));
        };
        socket.on('drain', pour);
        pour();
      });
    });
    const closed = server.nextClosed();
    const { record } = await attemptTo(requestTo(`ws://127.0.0.1:${server.port}/`));
    const body = record.response?.body;
    expect(Buffer.from(body?.base64 ?? '', 'base64').toString()).toBe('x'.repeat(MAX_BODY_BYTES));
    expect(body?.receivedBytes).toBeGreaterThan(MAX_BODY_BYTES);
    expect(body?.isTruncated).toBe(true);
    await closed;
  });

  it('gives a body that never comes to an end its limit, and keeps what came', async () => {
    const server = await serve(answer('HTTP/1.1 503 Service Unavailable', 'Content-Length: 100', '', 'part'));
    const { record } = await attemptTo(requestTo(`ws://127.0.0.1:${server.port}/`), {
      limits: { bodyMs: 30 },
    });
    expect(record.outcome).toMatchObject({ kind: 'refused', status: 503 });
    expect(record.response?.body).toEqual({ base64: btoa('part'), receivedBytes: 4, isTruncated: true });
  });

  it('marks a body that the server cut short', async () => {
    const { record } = await attemptAt(answerAndEnd('HTTP/1.1 500 Oh', 'Content-Length: 100', '', 'part'));
    expect(record.response?.body).toEqual({ base64: btoa('part'), receivedBytes: 4, isTruncated: true });
  });

  it('can be cancelled while the body is read', async () => {
    const server = await serve(answer('HTTP/1.1 503 Service Unavailable', 'Content-Length: 100', '', 'part'));
    const cancellation = new AbortController();
    const attempt = attemptTo(requestTo(`ws://127.0.0.1:${server.port}/`), { signal: cancellation.signal });
    await server.nextSocket().then((socket) => onceAnswered(socket));
    setImmediate(() => cancellation.abort());
    const { record } = await attempt;
    expect(record.outcome).toEqual({ kind: 'cancelled', step: 'answer' });
  });

  it('records hundreds of headers', async () => {
    const headers = Array.from({ length: 1_500 }, (_, index) => `X-Header-${index}: ${'v'.repeat(100)}`);
    const { record } = await attemptAt(answerAndEnd('HTTP/1.1 404 Not Found', ...headers, '', ''));
    expect(record.response?.headers.length).toBe(1_500);
    expect(record.response?.headers.at(-1)?.name).toBe('X-Header-1499');
  });

  it('fails at a head that is too large', async () => {
    const headers = Array.from({ length: 300 }, (_, index) => `X-Header-${index}: ${'v'.repeat(1_000)}`);
    const { failure } = await attemptAt(answerAndEnd('HTTP/1.1 404 Not Found', ...headers, '', ''));
    expect(failure()).toMatchObject({
      step: 'answer',
      code: 'answer-too-large',
      systemCode: 'HPE_HEADER_OVERFLOW',
    });
    expect(failure().message).toMatch(/is too large\. Postern reads 256 KiB of it\.$/);
  });

  it('waits on after an interim answer', async () => {
    const { record } = await attemptAt((socket) => {
      onHead(socket, (head) => {
        socket.write('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n');
        socket.write([...openingLines(head), '', ''].join('\r\n'));
      });
    });
    expect(record.outcome?.kind).toBe('open');
  });

  it('fails after its limit when the server is silent', async () => {
    const server = await serve(() => {});
    const request = requestTo(`ws://127.0.0.1:${server.port}/`, { limits: { answerMs: 40 } });
    const { failure, record } = await attemptTo(request);
    expect(failure()).toMatchObject({
      step: 'answer',
      code: 'answer-timeout',
      message: `127.0.0.1:${server.port} did not answer the request within 40 ms.`,
    });
    expect(record.request).not.toBe(null);
    expect(record.steps.at(-1)).toMatchObject({ step: 'answer', endMs: null, limitMs: 40 });
  });

  it('fails after its limit when the head never ends', async () => {
    const server = await serve(answer('HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', ''));
    const request = requestTo(`ws://127.0.0.1:${server.port}/`, { limits: { answerMs: 40 } });
    const { failure } = await attemptTo(request);
    expect(failure().code).toBe('answer-timeout');
  });

  it('can be cancelled, and the socket goes at once', async () => {
    const server = await serve(() => {});
    const closed = server.nextClosed();
    const { record } = await attemptTo(requestTo(`ws://127.0.0.1:${server.port}/`), { cancelAt: 'answer' });
    expect(record.outcome).toEqual({ kind: 'cancelled', step: 'answer' });
    await closed;
  });

  it.each([
    ['before it answers', '', 'answer-closed', 'ended the connection without an answer to the request.'],
    [
      'within the head',
      'HTTP/1.1 101 Sw',
      'answer-closed',
      'ended the connection without an answer to the request. The head of an answer had begun.',
    ],
  ])('fails when the server ends the connection %s', async (_, text, code, words) => {
    const { failure } = await attemptAt((socket) => onHead(socket, () => socket.end(text)));
    expect(failure()).toMatchObject({ step: 'answer', code });
    expect(failure().message).toMatch(new RegExp(`${words}$`));
  });

  it('fails when the server resets the connection', async () => {
    const { failure } = await attemptAt((socket) => onHead(socket, () => socket.resetAndDestroy()));
    expect(failure()).toMatchObject({ step: 'answer', code: 'answer-reset', systemCode: 'ECONNRESET' });
  });

  it('quotes what is not HTTP, at its beginning and made printable', async () => {
    const { failure } = await attemptAt((socket) => {
      socket.write(`SSH-2.0-OpenSSH_9.6\r\n\u0000\u00ff${'x'.repeat(500)}`, 'latin1');
    });
    expect(failure()).toMatchObject({ step: 'answer', code: 'answer-not-http' });
    expect(failure().message).toMatch(
      /^127\.0\.0\.1:\d+ answered with something that is not HTTP\. It begins: SSH-2\.0-OpenSSH_9\.6\\r\\n\\x00\\xffx+…$/,
    );
    expect(failure().message.length).toBeLessThan(300);
  });

  it('does not quote an echo of the request, which holds its secrets', async () => {
    const { failure } = await attemptAt((socket) => socket.pipe(socket), '/?access_token=s3cret');
    expect(failure().message).toMatch(/is not HTTP\. It sent the request back\.$/);
  });
});

describe('checks of a 101', () => {
  it('fails a bare 101, and records it', async () => {
    const { failure, record } = await attemptAt(
      answer('HTTP/1.1 101 Switching Protocols', 'X-By: hand', '', ''),
    );
    expect(failure()).toMatchObject({ step: 'checks', code: 'checks-broken' });
    expect(failure().message).toMatch(
      /^The server switched protocols, but not to a WebSocket connection\. It breaks this rule: The Upgrade header says websocket\. Seen: No Upgrade header\./,
    );
    expect(record.response).toMatchObject({ status: 101, headers: [{ name: 'X-By', value: 'hand' }] });
    expect(record.checks.filter(({ verdict }) => verdict === 'broken').map(({ id }) => id)).toEqual([
      'upgrade',
      'connection',
      'accept',
    ]);
  });

  it('fails a 101 for another key', async () => {
    const { failure } = await attemptAt(
      answer(
        'HTTP/1.1 101 Switching Protocols',
        'Upgrade: websocket',
        'Connection: Upgrade',
        'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
        '',
        '',
      ),
    );
    expect(failure().message).toContain('Sec-WebSocket-Accept is the hash of the key that was sent');
  });

  it('fails a subprotocol that was not offered, without repeating it', async () => {
    const { failure } = await attemptAt(acceptUpgrade(['Sec-WebSocket-Protocol: token.s3cret']));
    expect(failure().code).toBe('checks-broken');
    expect(failure().message).not.toContain('s3cret');
  });

  it('ends the connection that it does not take', async () => {
    const server = await serve(acceptUpgrade(['Sec-WebSocket-Extensions: permessage-deflate']));
    const closed = server.nextClosed();
    const { failure } = await attemptTo(requestTo(`ws://127.0.0.1:${server.port}/`));
    expect(failure().code).toBe('checks-broken');
    await closed;
  });

  it('hands over the extensions that were accepted', async () => {
    const accepted = 'permessage-deflate; server_no_context_takeover';
    const server = await serve(acceptUpgrade([`Sec-WebSocket-Extensions: ${accepted}`]));
    const request = requestTo(`ws://127.0.0.1:${server.port}/`, { offersCompression: true });
    const { record } = await attemptTo(request);
    expect(record.outcome).toEqual({ kind: 'open', subprotocol: null, extensions: accepted });
  });
});

/** Resolves when a socket has handed its answer to the network. */
function onceAnswered(socket: Socket): Promise<void> {
  return new Promise((resolve) => onHead(socket, () => setImmediate(resolve)));
}
