import { describe, expect, it } from 'vitest';
import { createServer, type AddressInfo } from 'node:net';
import { acceptUpgrade } from '../testing/answers.ts';
import { requestTo } from '../testing/requestTo.ts';
import { serve } from '../testing/serve.ts';
import { silentPort } from '../testing/silentPort.ts';
import type { Lookup } from './resolveAddresses.ts';
import { attemptTo } from './testing/attemptTo.ts';

function lookupFailing(code: string): Lookup {
  return () => Promise.reject(Object.assign(new Error(code), { code }));
}

/** A port that was free a moment ago. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('step dns', () => {
  it.each([
    ['ENOTFOUND', 'dns-not-found', 'The name gateway.example.com does not exist in DNS.'],
    [
      'EAI_AGAIN',
      'dns-unavailable',
      'The name gateway.example.com could not be looked up: no name server gave an answer.',
    ],
  ])('fails by name: %s', async (systemCode, code, message) => {
    const { failure, record } = await attemptTo(requestTo('ws://gateway.example.com/'), {
      lookup: lookupFailing(systemCode),
    });
    expect(failure()).toMatchObject({ step: 'dns', code, message, systemCode });
    expect(record.steps).toEqual([{ step: 'dns', startMs: expect.any(Number), endMs: null, limitMs: 5_000 }]);
  });

  it('fails when the name has no address', async () => {
    const lookup = (): Promise<readonly []> => Promise.resolve([]);
    const { failure } = await attemptTo(requestTo('ws://gateway.example.com/'), { lookup });
    expect(failure().code).toBe('dns-not-found');
  });

  it('fails after its limit when no name server answers', async () => {
    const request = requestTo('ws://gateway.example.com/', { limits: { dnsMs: 30 } });
    const { failure } = await attemptTo(request, { lookup: () => new Promise(() => {}) });
    expect(failure()).toMatchObject({
      step: 'dns',
      code: 'dns-timeout',
      message: 'Looking up gateway.example.com took longer than 30 ms.',
    });
  });

  it('can be cancelled', async () => {
    const { record } = await attemptTo(requestTo('ws://gateway.example.com/'), {
      lookup: () => new Promise(() => {}),
      cancelAt: 'dns',
    });
    expect(record.outcome).toEqual({ kind: 'cancelled', step: 'dns' });
  });

  it.each(['127.0.0.1', '::1'])('finds localhost when the server listens on %s only', async (host) => {
    const server = await serve(acceptUpgrade(), { host });
    const { record } = await attemptTo(requestTo(`ws://localhost:${server.port}/`));
    expect(record.outcome?.kind).toBe('open');
    expect(record.remoteAddress).toContain(host);
  });

  it('gives names below localhost to loopback, as browsers do', async () => {
    const server = await serve(acceptUpgrade());
    const request = requestTo(`ws://gateway.localhost:${server.port}/`);
    const { record } = await attemptTo(request, { lookup: lookupFailing('ENOTFOUND') });
    expect(record.outcome?.kind).toBe('open');
  });
});

describe('step tcp', () => {
  it('fails when the port is closed', async () => {
    const port = await closedPort();
    const { failure } = await attemptTo(requestTo(`ws://127.0.0.1:${port}/`));
    expect(failure()).toEqual({
      step: 'tcp',
      code: 'tcp-refused',
      message: `Nothing listens at 127.0.0.1:${port}: the connection was refused.`,
      advice: 'Check the port, and that the server is running.',
      systemCode: 'ECONNREFUSED',
    });
  });

  it('fails after its limit when the port is silent', async () => {
    const port = await silentPort();
    const { failure } = await attemptTo(requestTo(`ws://127.0.0.1:${port}/`, { limits: { tcpMs: 50 } }));
    expect(failure()).toMatchObject({
      step: 'tcp',
      code: 'tcp-timeout',
      message: `127.0.0.1:${port} did not answer within 50 ms.`,
      systemCode: null,
    });
  });

  it('can be cancelled', async () => {
    const port = await silentPort();
    const { record } = await attemptTo(requestTo(`ws://127.0.0.1:${port}/`), { cancelAt: 'tcp' });
    expect(record.outcome).toEqual({ kind: 'cancelled', step: 'tcp' });
  });

  it('goes on to the next address when one refuses', async () => {
    const server = await serve(acceptUpgrade());
    const { record } = await attemptTo(requestTo(`ws://gateway.example.com:${server.port}/`), {
      lookup: () =>
        Promise.resolve([
          { address: '127.0.0.2', family: 4 },
          { address: '127.0.0.1', family: 4 },
        ]),
    });
    expect(record.remoteAddress).toBe(`127.0.0.1:${server.port}`);
  });

  it('goes on to the next address while one is silent', async () => {
    const port = await silentPort();
    const server = createServer(acceptUpgrade());
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.3', resolve));
    const { record } = await attemptTo(requestTo(`ws://gateway.example.com:${port}/`), {
      lookup: () =>
        Promise.resolve([
          { address: '127.0.0.1', family: 4 },
          { address: '127.0.0.3', family: 4 },
        ]),
    });
    server.close();
    expect(record.remoteAddress).toBe(`127.0.0.3:${port}`);
  });

  it('tells of a refusal rather than of an address that has no way to it', async () => {
    const port = await closedPort();
    const { failure } = await attemptTo(requestTo(`ws://gateway.example.com:${port}/`), {
      lookup: () =>
        Promise.resolve([
          { address: '127.0.0.1', family: 4 },
          { address: '255.255.255.255', family: 4 },
        ]),
    });
    expect(failure().code).toBe('tcp-refused');
  });
});
