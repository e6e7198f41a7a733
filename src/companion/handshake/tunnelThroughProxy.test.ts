import { afterEach, describe, expect, it, vi } from 'vitest';
import { acceptUpgrade, answer, answerAndEnd, onHead } from '../testing/answers.ts';
import { issue } from '../testing/certificates.ts';
import { serveConnectProxy } from '../testing/connectProxy.ts';
import { requestTo } from '../testing/requestTo.ts';
import { serve } from '../testing/serve.ts';
import { attemptTo } from './testing/attemptTo.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

function through(port: number, credentials = ''): { readonly kind: 'url'; readonly url: string } {
  return { kind: 'url', url: `http://${credentials}127.0.0.1:${port}` };
}

describe('step proxy', () => {
  it('tunnels ws:, and records the proxy without its credentials', async () => {
    const server = await serve(acceptUpgrade());
    const proxy = await serveConnectProxy({ credentials: 'ann:s3cret' });
    const request = requestTo(`ws://gateway.example.com:${server.port}/`, {
      proxy: through(proxy.port, 'ann:s3cret@'),
    });
    const { record } = await attemptTo(request);
    expect(record.outcome?.kind).toBe('open');
    expect(record.proxy).toBe(`http://127.0.0.1:${proxy.port}`);
    expect(record.remoteAddress).toBe(`127.0.0.1:${proxy.port}`);
    expect(record.steps.map(({ step }) => step)).toEqual(['dns', 'tcp', 'proxy', 'request', 'answer']);
    expect(JSON.stringify(record)).not.toContain('s3cret');
    expect(proxy.received().toString()).toContain(
      [
        `CONNECT gateway.example.com:${server.port} HTTP/1.1`,
        `Host: gateway.example.com:${server.port}`,
        'Proxy-Authorization: Basic YW5uOnMzY3JldA==',
      ].join('\r\n'),
    );
  });

  it('tunnels wss:, with TLS to the target inside', async () => {
    const identity = await issue();
    const tls = { cert: identity.certificatePem, key: identity.keyPem };
    const server = await serve(acceptUpgrade(), { tls });
    const proxy = await serveConnectProxy();
    const request = requestTo(`wss://localhost:${server.port}/`, {
      proxy: through(proxy.port),
      tls: { caPem: identity.certificatePem },
    });
    const { record } = await attemptTo(request);
    expect(record.outcome?.kind).toBe('open');
    expect(record.steps.map(({ step }) => step)).toEqual(['dns', 'tcp', 'proxy', 'tls', 'request', 'answer']);
    expect(record.tls?.trust).toEqual({ kind: 'trusted' });
  });

  it('speaks TLS with an https: proxy first', async () => {
    const identity = await issue();
    const tls = { cert: identity.certificatePem, key: identity.keyPem };
    const server = await serve(acceptUpgrade(), { tls });
    const proxy = await serveConnectProxy({ tls });
    const request = requestTo(`wss://localhost:${server.port}/`, {
      proxy: { kind: 'url', url: `https://localhost:${proxy.port}` },
      tls: { caPem: identity.certificatePem },
    });
    const { record } = await attemptTo(request);
    expect(record.outcome?.kind).toBe('open');
    expect(record.proxy).toBe(`https://localhost:${proxy.port}`);
  });

  it('does not trust an https: proxy more than a gateway', async () => {
    const identity = await issue();
    const proxy = await serveConnectProxy({ tls: { cert: identity.certificatePem, key: identity.keyPem } });
    const request = requestTo('ws://gateway.example.com/', {
      proxy: { kind: 'url', url: `https://localhost:${proxy.port}` },
    });
    const { failure } = await attemptTo(request);
    expect(failure()).toMatchObject({
      step: 'proxy',
      code: 'proxy-refused',
      systemCode: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
  });

  it('records a refusal as the answer of the proxy', async () => {
    const proxy = await serveConnectProxy({ credentials: 'ann:s3cret' });
    const { record } = await attemptTo(
      requestTo('wss://gateway.example.com/', { proxy: through(proxy.port, 'ann:wrong@') }),
    );
    expect(record.outcome).toEqual({ kind: 'refused', status: 407, reason: 'Proxy Authentication Required' });
    expect(record.response).toEqual({
      from: 'proxy',
      httpVersion: '1.1',
      status: 407,
      reason: 'Proxy Authentication Required',
      headers: [
        { name: 'Proxy-Authenticate', value: 'Basic realm="proxy"' },
        { name: 'Content-Length', value: '14' },
      ],
      body: { base64: btoa('Who are you?\r\n'), receivedBytes: 14, isTruncated: false },
    });
    expect(record.request).toBe(null);
  });

  it('reads the body of a refusal to its end where it has no length', async () => {
    const proxy = await serve((socket) => {
      onHead(socket, () => {
        socket.write('HTTP/1.1 403 Forbidden\r\n\r\nnot ');
        setImmediate(() => socket.end('you'));
      });
    });
    const { record } = await attemptTo(
      requestTo('wss://gateway.example.com/', { proxy: through(proxy.port) }),
    );
    expect(record.response?.body).toEqual({ base64: btoa('not you'), receivedBytes: 7, isTruncated: false });
  });

  it('gives the body of a refusal its limit', async () => {
    const proxy = await serve(answer('HTTP/1.1 403 Forbidden', 'Content-Length: 9', '', 'not'));
    const { record } = await attemptTo(
      requestTo('wss://gateway.example.com/', { proxy: through(proxy.port) }),
      { limits: { bodyMs: 30 } },
    );
    expect(record.response?.body).toEqual({ base64: btoa('not'), receivedBytes: 3, isTruncated: true });
  });

  it.each([
    ['ends the connection', answerAndEnd('')],
    ['answers without HTTP', answerAndEnd('220 smtp.example.com ESMTP', '')],
  ])('fails when the proxy %s', async (_, behave) => {
    const proxy = await serve(behave);
    const { failure } = await attemptTo(
      requestTo('wss://gateway.example.com/', { proxy: through(proxy.port) }),
    );
    expect(failure()).toMatchObject({
      step: 'proxy',
      code: 'proxy-refused',
      message: `The proxy 127.0.0.1:${proxy.port} made no tunnel.`,
    });
  });

  it('fails after its limit when the proxy is silent', async () => {
    const proxy = await serve(() => {});
    const { failure } = await attemptTo(
      requestTo('wss://gateway.example.com/', { proxy: through(proxy.port) }),
      { limits: { proxyMs: 30 } },
    );
    expect(failure()).toMatchObject({
      step: 'proxy',
      code: 'proxy-timeout',
      message: `The proxy 127.0.0.1:${proxy.port} did not answer within 30 ms.`,
    });
  });

  it('can be cancelled, and the socket goes at once', async () => {
    const proxy = await serve(() => {});
    const closed = proxy.nextClosed();
    const request = requestTo('wss://gateway.example.com/', { proxy: through(proxy.port) });
    const { record } = await attemptTo(request, { cancelAt: 'proxy' });
    expect(record.outcome).toEqual({ kind: 'cancelled', step: 'proxy' });
    await closed;
  });

  it('names the proxy when its name or its port does not answer', async () => {
    const { failure } = await attemptTo(
      requestTo('wss://gateway.example.com/', {
        proxy: { kind: 'url', url: 'http://proxy.example.com:3128' },
      }),
      { lookup: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })) },
    );
    expect(failure()).toMatchObject({
      step: 'dns',
      code: 'proxy-unreachable',
      message:
        'No connection could be made to the proxy proxy.example.com:3128. The name proxy.example.com does not exist in DNS.',
      systemCode: 'ENOTFOUND',
    });
  });

  it('asks the policy about the proxy, and about a target given by address', async () => {
    const proxy = await serveConnectProxy();
    const forbid = (wanted: string): { policy: (asked: { address: string }) => string | null } => ({
      policy: ({ address }) => (address === wanted ? `Not ${wanted}.` : null),
    });
    const named = requestTo('ws://gateway.example.com/', { proxy: through(proxy.port) });
    expect((await attemptTo(named, forbid('127.0.0.1'))).failure().message).toContain('Not 127.0.0.1.');
    const addressed = requestTo('ws://169.254.169.254/', { proxy: through(proxy.port) });
    expect((await attemptTo(addressed, forbid('169.254.169.254'))).failure().code).toBe('target-forbidden');
    expect(proxy.sockets).toEqual([]);
  });

  it('says that a proxy of another kind cannot be used', async () => {
    const proxy = { kind: 'url', url: 'socks5://127.0.0.1:1080' } as const;
    const { failure } = await attemptTo(requestTo('wss://gateway.example.com/', { proxy }));
    expect(failure()).toMatchObject({
      code: 'request-invalid',
      message: 'The request cannot be sent as it is. The proxy in the options is no http: or https: URL.',
    });
  });
});

describe('a proxy from the environment', () => {
  const ENVIRONMENT = { kind: 'environment' } as const;

  it.each([
    ['wss:', 'HTTPS_PROXY', 'wss://gateway.example.com/'],
    ['ws:', 'HTTP_PROXY', 'ws://gateway.example.com/'],
  ])('goes for %s by %s', async (_, variable, url) => {
    const proxy = await serve(answerAndEnd('HTTP/1.1 403 Forbidden', 'Content-Length: 0', '', ''));
    vi.stubEnv(variable, `http://127.0.0.1:${proxy.port}`);
    const { record } = await attemptTo(requestTo(url, { proxy: ENVIRONMENT }));
    expect(record.response).toMatchObject({ from: 'proxy', status: 403 });
  });

  it('is left out for a host of NO_PROXY', async () => {
    vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:1');
    vi.stubEnv('NO_PROXY', '.example.com');
    const { failure, record } = await attemptTo(
      requestTo('ws://gateway.example.com/', { proxy: ENVIRONMENT }),
      { lookup: () => Promise.resolve([]) },
    );
    expect(record.proxy).toBe(null);
    expect(failure().code).toBe('dns-not-found');
  });

  it.each(['127.0.0.1', 'localhost', '[::1]'])('is never used for %s', async (host) => {
    vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:1');
    vi.stubEnv('NO_PROXY', '');
    const server = await serve(acceptUpgrade(), { host: host === '[::1]' ? '::1' : '127.0.0.1' });
    const { record } = await attemptTo(requestTo(`ws://${host}:${server.port}/`, { proxy: ENVIRONMENT }));
    expect(record.outcome?.kind).toBe('open');
  });

  it('is left out when the profile wants none', async () => {
    const server = await serve(acceptUpgrade());
    vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:1');
    const request = requestTo(`ws://gateway.example.com:${server.port}/`, { proxy: { kind: 'none' } });
    const lookup = () => Promise.resolve([{ address: '127.0.0.1', family: 4 } as const]);
    const { record } = await attemptTo(request, { lookup });
    expect(record.outcome?.kind).toBe('open');
  });

  it('may be an address that the policy forbids to pages', async () => {
    const proxy = await serve(answerAndEnd('HTTP/1.1 403 Forbidden', 'Content-Length: 0', '', ''));
    vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${proxy.port}`);
    const { record } = await attemptTo(requestTo('wss://gateway.example.com/', { proxy: ENVIRONMENT }), {
      policy: () => 'No.',
    });
    expect(record.response?.from).toBe('proxy');
  });
});
