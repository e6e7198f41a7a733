import { beforeAll, describe, expect, it } from 'vitest';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { TlsOptions as ServerOptions } from 'node:tls';
import { resolveProfile } from '#domain/profile/resolveProfile.ts';
import { newProfile } from '#domain/profile/newProfile.ts';
import { acceptUpgrade, answer, answerAndEnd, onHead, openingLines } from '../testing/answers.ts';
import { createAuthority, issue, type Identity } from '../testing/certificates.ts';
import { serveConnectProxy } from '../testing/connectProxy.ts';
import { serve } from '../testing/serve.ts';
import { silentPort } from '../testing/silentPort.ts';
import { runCheck } from './runCheck.ts';
import { checkAsJson, makeFolder, runCommand } from './testing/runCommand.ts';

let authority: Identity;
let trusted: Identity;
let client: Identity;

beforeAll(async () => {
  authority = await createAuthority();
  trusted = await issue({ issuer: authority });
  client = await issue({ issuer: authority, subject: 'CN=client', names: [] });
});

/** Checks a server that behaves in this way; the exit status is 1 in all of these. */
async function codeOf(behave: (socket: Socket) => void, scheme = 'ws'): Promise<unknown> {
  const { port } = await serve(behave);
  return await failureAt(`${scheme}://127.0.0.1:${port}/`);
}

async function failureAt(url: string, ...args: readonly string[]): Promise<unknown> {
  const { status, checked } = await checkAsJson([url, ...args]);
  expect(status).toBe(1);
  expect(checked.findings.length).toBeGreaterThan(0);
  const { outcome } = checked.record;
  return 'failure' in outcome ? (outcome['failure'] as { code: unknown }).code : outcome;
}

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('postern check tells by name', () => {
  it.each([
    ['ENOTFOUND', 'dns-not-found'],
    ['EAI_AGAIN', 'dns-unavailable'],
  ])('a name that DNS answers with %s', async (systemCode, code) => {
    const resolved = resolveProfile(newProfile('p', 0, { url: 'ws://gateway.example.com/' }), {});
    if (!resolved.ok) throw new Error('The profile is in order.');
    const target = {
      name: null,
      gateway: 'auto',
      message: null,
      expectations: [],
      awaitedMessages: [],
      secretNames: [],
      secrets: [],
    } as const;
    const { summary, findings } = await runCheck(
      { ...target, request: resolved.request },
      { exchange: null, expectedStatus: 101 },
      {
        signal: new AbortController().signal,
        lookup: () => Promise.reject(Object.assign(new Error(systemCode), { code: systemCode })),
      },
    );
    expect(summary).toBe(`failed: ${code}`);
    expect(findings.length).toBeGreaterThan(0);
  });

  it('a port where nothing listens', async () => {
    expect(await failureAt(`ws://127.0.0.1:${await closedPort()}/`)).toBe('tcp-refused');
  });

  it('a port where nothing answers', async () => {
    expect(await failureAt(`ws://127.0.0.1:${await silentPort()}/`, '--timeout', '100')).toBe('tcp-timeout');
  });

  it('a server that says nothing', async () => {
    const { port } = await serve(() => {});
    expect(await failureAt(`ws://127.0.0.1:${port}/`, '--timeout', '100')).toBe('answer-timeout');
    expect(await failureAt(`wss://127.0.0.1:${port}/`, '--timeout', '100')).toBe('tls-timeout');
  });

  it('a server that ends or resets the connection', async () => {
    expect(await codeOf((socket) => onHead(socket, () => socket.end()))).toBe('answer-closed');
    expect(await codeOf((socket) => onHead(socket, () => socket.resetAndDestroy()))).toBe('answer-reset');
    expect(await codeOf((socket) => socket.destroy(), 'wss')).toBe('tls-reset');
  });

  it('something else than HTTP', async () => {
    expect(await codeOf(answerAndEnd('220 mail.example.com ESMTP', ''))).toBe('answer-not-http');
  });

  it('plain HTTP on a port for TLS, and the reverse', async () => {
    expect(await codeOf((socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'), 'wss')).toBe(
      'tls-not-tls',
    );
    // A fatal alert, protocol_version (RFC 8446 section 6).
    const alert = Buffer.from([0x15, 3, 3, 0, 2, 2, 70]);
    expect(await codeOf((socket) => onHead(socket, () => socket.end(alert)))).toBe('answer-tls-expected');
  });

  it('a proxy that cannot be reached, and one that makes no tunnel', async () => {
    const proxy = await serveConnectProxy({ credentials: 'ann:secret' });
    const url = 'ws://127.0.0.1:9/';
    const refused = ['--expect', '407', '--proxy', `http://127.0.0.1:${proxy.port}`];
    expect(await failureAt(url, ...refused)).toMatchObject({ kind: 'refused', status: 407 });
    const noProxy = await serve(answerAndEnd('220 mail.example.com ESMTP', ''));
    expect(await failureAt(url, '--proxy', `http://127.0.0.1:${noProxy.port}`)).toBe('proxy-refused');
    expect(await failureAt(url, '--proxy', `http://127.0.0.1:${await closedPort()}`)).toBe(
      'proxy-unreachable',
    );
  });
});

describe('postern check tells of TLS', () => {
  async function serveTls(identity: Identity, options: ServerOptions = {}): Promise<string> {
    const tls = { cert: identity.certificatePem, key: identity.keyPem, ...options };
    const { port } = await serve(acceptUpgrade(), { tls });
    return `wss://localhost:${port}/`;
  }

  async function writeAuthority(): Promise<readonly string[]> {
    const folder = await makeFolder();
    return ['--ca', await folder.write('ca.pem', authority.certificatePem)];
  }

  it('a certificate of an unknown authority, and opens with --ca or --insecure', async () => {
    const url = await serveTls(trusted);
    expect(await failureAt(url)).toBe('tls-untrusted');
    expect((await runCommand([url, ...(await writeAuthority())])).status).toBe(0);
    const { status, checked } = await checkAsJson([url, '--insecure']);
    expect(status).toBe(0);
    expect(checked.record.tls?.trust).toMatchObject({ kind: 'untrusted', isAccepted: true });
  });

  it('a self-signed certificate', async () => {
    const { checked } = await checkAsJson([await serveTls(await issue())]);
    expect(checked.record.outcome).toMatchObject({
      failure: { code: 'tls-untrusted', systemCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
  });

  it.each([
    ['expired', { validFrom: new Date('2020-01-01'), validTo: new Date('2020-06-01') }, 'tls-expired'],
    [
      'not valid yet',
      { validFrom: new Date('2100-01-01'), validTo: new Date('2100-06-01') },
      'tls-not-yet-valid',
    ],
    ['for another host', { names: ['a.example.com'] }, 'tls-wrong-host'],
  ])('a certificate that is %s', async (_, wish, code) => {
    const url = await serveTls(await issue({ issuer: authority, ...wish }));
    expect(await failureAt(url, ...(await writeAuthority()))).toBe(code);
  });

  it('a name that only --server-name makes right', async () => {
    const url = await serveTls(await issue({ issuer: authority, names: ['inner.example.com'] }));
    const args = [url, ...(await writeAuthority()), '--server-name', 'inner.example.com'];
    expect((await runCommand(args)).status).toBe(0);
  });

  it('a client certificate that is wanted, and opens with it', async () => {
    const url = await serveTls(trusted, {
      requestCert: true,
      rejectUnauthorized: true,
      ca: authority.certificatePem,
    });
    const ca = await writeAuthority();
    expect(await failureAt(url, ...ca)).toBe('tls-client-certificate-required');
    const folder = await makeFolder();
    const cert = await folder.write('c.pem', client.certificatePem);
    const key = await folder.write('k.pem', client.keyPem);
    expect((await runCommand([url, ...ca, '--cert', cert, '--key', key])).status).toBe(0);
  });

  it('a version of the protocol that is too old', async () => {
    const url = await serveTls(trusted, {
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    });
    expect(await failureAt(url, ...(await writeAuthority()))).toBe('tls-protocol');
  });
});

describe('postern check tells of a broken 101', () => {
  const [status = '', upgrade = '', connection = ''] = openingLines('');

  it.each([
    ['a wrong Sec-WebSocket-Accept', 'accept', [status, upgrade, connection, 'Sec-WebSocket-Accept: AAAA']],
    ['no Sec-WebSocket-Accept', 'accept', [status, upgrade, connection]],
    ['no Upgrade', 'upgrade', [status, connection]],
    ['no Connection', 'connection', [status, upgrade]],
  ])('%s', async (_, id, lines) => {
    const { port } = await serve(answer(...lines, '', ''));
    const run = await checkAsJson([`ws://127.0.0.1:${port}/`]);
    expect(run.status).toBe(1);
    expect(run.checked.summary).toBe('failed: checks-broken');
    expect(run.checked.record.checks).toContainEqual({ id, verdict: 'broken' });
    expect(run.checked.findings.length).toBeGreaterThan(0);
  });

  it.each([
    ['a subprotocol that was not offered', 'subprotocol', 'Sec-WebSocket-Protocol: other', 'broken'],
    ['an extension that was not offered', 'extensions', 'Sec-WebSocket-Extensions: x-other', 'broken'],
    ['no subprotocol where one was offered', 'subprotocol', 'X-Nothing: 1', 'warning'],
  ])('%s', async (_, id, header, verdict) => {
    const { port } = await serve(acceptUpgrade([header]));
    const { status, checked } = await checkAsJson([`ws://127.0.0.1:${port}/`, '--subprotocol', 'soap']);
    expect(status).toBe(verdict === 'broken' ? 1 : 0);
    expect(checked.record.checks).toContainEqual({ id, verdict });
    expect(checked.findings.length).toBeGreaterThan(0);
  });
});
