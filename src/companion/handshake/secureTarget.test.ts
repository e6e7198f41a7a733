import { beforeAll, describe, expect, it } from 'vitest';
import { createPrivateKey } from 'node:crypto';
import type { TlsOptions as ServerOptions } from 'node:tls';
import { acceptUpgrade, answerAndEnd } from '../testing/answers.ts';
import { createAuthority, issue, type Identity } from '../testing/certificates.ts';
import { requestTo } from '../testing/requestTo.ts';
import { serve, type TestServer } from '../testing/serve.ts';
import { attemptTo } from './testing/attemptTo.ts';

let authority: Identity;
let trusted: Identity;
let client: Identity;

beforeAll(async () => {
  authority = await createAuthority();
  trusted = await issue({ issuer: authority });
  client = await issue({ issuer: authority, subject: 'CN=client', names: [] });
});

function serveTls(identity: Identity, options: ServerOptions = {}): Promise<TestServer> {
  const tls = {
    cert: identity.certificatePem,
    key: identity.keyPem,
    ALPNProtocols: ['http/1.1'],
    ...options,
  };
  return serve(acceptUpgrade(), { tls });
}

describe('step tls', () => {
  it('records version, cipher, ALPN, server name and chain of a certificate it trusts', async () => {
    const server = await serveTls(trusted);
    const request = requestTo(`wss://localhost:${server.port}/`, {
      tls: { caPem: authority.certificatePem },
    });
    const { record } = await attemptTo(request);
    expect(record.outcome?.kind).toBe('open');
    expect(record.steps.map(({ step }) => step)).toEqual(['dns', 'tcp', 'tls', 'request', 'answer']);
    expect(record.tls).toEqual({
      version: 'TLSv1.3',
      cipher: 'TLS_AES_256_GCM_SHA384',
      alpn: 'http/1.1',
      serverName: 'localhost',
      chain: [
        {
          subject: 'O=Postern Tests, CN=localhost',
          issuer: 'CN=Postern Test Authority',
          names: ['DNS:localhost', 'IP Address:127.0.0.1'],
          validFrom: expect.any(Number),
          validTo: expect.any(Number),
          fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
          serialNumber: expect.stringMatching(/^[0-9A-F]+$/),
          isSelfSigned: false,
        },
        expect.objectContaining({ subject: 'CN=Postern Test Authority', isSelfSigned: true }),
      ],
      trust: { kind: 'trusted' },
    });
  });

  it('sends no server name for an address, and checks the certificate against it', async () => {
    const server = await serveTls(trusted);
    const request = requestTo(`wss://127.0.0.1:${server.port}/`, {
      tls: { caPem: authority.certificatePem },
    });
    const { record } = await attemptTo(request);
    expect(record.tls?.serverName).toBe(null);
    expect(record.tls?.trust).toEqual({ kind: 'trusted' });
  });

  it('uses the server name of the options for both', async () => {
    const names: string[] = [];
    const server = await serveTls(await issue({ issuer: authority, names: ['gateway.example.com'] }), {
      SNICallback: (name, done) => {
        names.push(name);
        done(null);
      },
    });
    const tls = { caPem: authority.certificatePem, serverName: 'gateway.example.com' };
    const { record } = await attemptTo(requestTo(`wss://127.0.0.1:${server.port}/`, { tls }));
    expect(record.tls?.trust).toEqual({ kind: 'trusted' });
    expect(names).toEqual(['gateway.example.com']);
  });

  it('records the chain of a certificate that it refuses', async () => {
    const server = await serveTls(await issue());
    const { failure, record } = await attemptTo(requestTo(`wss://localhost:${server.port}/`));
    expect(failure()).toMatchObject({
      step: 'tls',
      code: 'tls-untrusted',
      message: `The certificate of localhost:${server.port} is not trusted. It is self-signed: no certificate authority vouches for it.`,
      systemCode: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    expect(record.tls?.chain).toMatchObject([{ isSelfSigned: true }]);
    expect(record.tls?.trust).toMatchObject({ kind: 'untrusted', isAccepted: false });
    expect(server.received().length).toBe(0);
  });

  it('goes on with verification off, and still says why the certificate is not trusted', async () => {
    const server = await serveTls(await issue());
    const request = requestTo(`wss://localhost:${server.port}/`, { tls: { verifiesCertificate: false } });
    const { record } = await attemptTo(request);
    expect(record.outcome?.kind).toBe('open');
    expect(record.tls?.trust).toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT', isAccepted: true });
  });

  it.each([
    [
      'expired',
      { validFrom: new Date('2020-01-01'), validTo: new Date('2020-06-01') },
      'tls-expired',
      'has expired. It was valid until 2020-06-01.',
      'CERT_HAS_EXPIRED',
    ],
    [
      'not valid yet',
      { validFrom: new Date('2100-01-01'), validTo: new Date('2100-06-01') },
      'tls-not-yet-valid',
      'is not valid yet. It is valid from 2100-01-01.',
      'CERT_NOT_YET_VALID',
    ],
    [
      'for another host',
      { names: ['a.example.com', 'b.example.com'] },
      'tls-wrong-host',
      'is for another name. It is for a.example.com, b.example.com, not for localhost.',
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ],
  ])('refuses a certificate that is %s', async (_, wish, code, words, systemCode) => {
    const server = await serveTls(await issue({ issuer: authority, ...wish }));
    const request = requestTo(`wss://localhost:${server.port}/`, {
      tls: { caPem: authority.certificatePem },
    });
    const { failure } = await attemptTo(request);
    expect(failure()).toMatchObject({ step: 'tls', code, systemCode });
    expect(failure().message).toBe(`The certificate of localhost:${server.port} ${words}`);
  });

  it.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'says that a client certificate is wanted, over %s',
    async (version) => {
      const server = await serveTls(trusted, {
        ca: authority.certificatePem,
        requestCert: true,
        rejectUnauthorized: true,
        maxVersion: version,
      });
      const request = requestTo(`wss://localhost:${server.port}/`, {
        tls: { caPem: authority.certificatePem },
      });
      const { failure } = await attemptTo(request);
      expect(failure()).toMatchObject({
        // With TLS 1.3 the client has finished its handshake when the server looks at its certificate.
        step: version === 'TLSv1.2' ? 'tls' : 'answer',
        code: 'tls-client-certificate-required',
      });
      expect(failure().message).toContain('None was sent.');
    },
  );

  it('sends a client certificate', async () => {
    const server = await serveTls(trusted, {
      ca: authority.certificatePem,
      requestCert: true,
      rejectUnauthorized: true,
    });
    const tls = {
      caPem: authority.certificatePem,
      clientCertificatePem: client.certificatePem,
      clientKeyPem: client.keyPem,
    };
    const { record } = await attemptTo(requestTo(`wss://localhost:${server.port}/`, { tls }));
    expect(record.outcome?.kind).toBe('open');
  });

  it('opens an encrypted key with its passphrase, and says when that is missing or wrong', async () => {
    const clientKeyPem = encryptKey(client.keyPem, 's3cret');
    const server = await serveTls(trusted, { ca: authority.certificatePem, requestCert: true });
    const attemptWith = (clientKeyPassphrase: string): ReturnType<typeof attemptTo> => {
      const tls = {
        caPem: authority.certificatePem,
        clientCertificatePem: client.certificatePem,
        clientKeyPem,
        clientKeyPassphrase,
      };
      return attemptTo(requestTo(`wss://localhost:${server.port}/`, { tls }));
    };
    expect((await attemptWith('s3cret')).record.outcome?.kind).toBe('open');
    expect((await attemptWith('wrong')).failure()).toMatchObject({
      code: 'tls-client-certificate-unusable',
      message: 'The client certificate cannot be used. The passphrase does not open the key.',
    });
    expect((await attemptWith('')).failure()).toMatchObject({
      code: 'tls-client-certificate-unusable',
      message: 'The client certificate cannot be used. The key is encrypted and needs its passphrase.',
    });
  });

  it.each([
    [
      'a key without its certificate',
      () => ({ clientKeyPem: client.keyPem }),
      'There is a key without a certificate.',
    ],
    [
      'a certificate without its key',
      () => ({ clientCertificatePem: client.certificatePem }),
      'There is a certificate without its key.',
    ],
    [
      'no PEM',
      () => ({ clientCertificatePem: 'x', clientKeyPem: 'y' }),
      'The certificate or its key is not PEM: the line that begins with -----BEGIN is missing.',
    ],
    [
      'a key of another certificate',
      () => ({ clientCertificatePem: client.certificatePem, clientKeyPem: trusted.keyPem }),
      'The key belongs to another certificate.',
    ],
  ])('fails before the first packet: %s', async (_, tls, sentence) => {
    const { failure, record } = await attemptTo(requestTo('wss://localhost:1/', { tls: tls() }));
    expect(failure()).toMatchObject({ step: 'tls', code: 'tls-client-certificate-unusable' });
    expect(failure().message).toBe(`The client certificate cannot be used. ${sentence}`);
    expect(record.steps).toEqual([]);
  });

  it('fails before the first packet when the certificate authority is no PEM', async () => {
    const { failure } = await attemptTo(requestTo('wss://localhost:1/', { tls: { caPem: 'my ca' } }));
    expect(failure()).toMatchObject({
      step: 'tls',
      code: 'request-invalid',
      message:
        'The request cannot be sent as it is. The certificate authority in the TLS options is no certificate in PEM.',
    });
  });

  it('recognises a port that speaks plain HTTP', async () => {
    const server = await serve((socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'));
    });
    const { failure } = await attemptTo(requestTo(`wss://127.0.0.1:${server.port}/`));
    expect(failure()).toMatchObject({ step: 'tls', code: 'tls-not-tls' });
  });

  it('fails when the server offers no version that we speak', async () => {
    const server = await serveTls(trusted, { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1' });
    const { failure } = await attemptTo(requestTo(`wss://127.0.0.1:${server.port}/`));
    expect(failure()).toMatchObject({ step: 'tls', code: 'tls-protocol' });
    expect(failure().message).toMatch(/^TLS with 127\.0\.0\.1:\d+ failed\. OpenSSL says: .+\.$/);
  });

  it('fails when the server ends the connection instead', async () => {
    const server = await serve((socket) => socket.once('data', () => socket.destroy()));
    const { failure } = await attemptTo(requestTo(`wss://127.0.0.1:${server.port}/`));
    expect(failure()).toMatchObject({ step: 'tls', code: 'tls-reset', systemCode: 'ECONNRESET' });
  });

  it('fails after its limit when the server is silent', async () => {
    const server = await serve(() => {});
    const { failure } = await attemptTo(
      requestTo(`wss://127.0.0.1:${server.port}/`, { limits: { tlsMs: 50 } }),
    );
    expect(failure()).toMatchObject({
      step: 'tls',
      code: 'tls-timeout',
      message: `127.0.0.1:${server.port} did not finish the TLS handshake within 50 ms.`,
    });
  });

  it('can be cancelled, and the socket goes at once', async () => {
    const server = await serve(() => {});
    const closed = server.nextClosed();
    const { record } = await attemptTo(requestTo(`wss://127.0.0.1:${server.port}/`), { cancelAt: 'tls' });
    expect(record.outcome).toEqual({ kind: 'cancelled', step: 'tls' });
    await closed;
  });

  it('recognises a port that wants TLS when it is asked in the clear', async () => {
    const server = await serve((socket) => {
      // Alert, TLS 1.2, two bytes: fatal, unexpected message.
      socket.once('data', () => socket.end(Buffer.from('1503030002020a', 'hex')));
    });
    const { failure } = await attemptTo(requestTo(`ws://127.0.0.1:${server.port}/`));
    expect(failure()).toMatchObject({ step: 'answer', code: 'answer-tls-expected' });
  });

  it('shows nginx’s own answer to plain HTTP on its TLS port as a refusal', async () => {
    const server = await serve(
      answerAndEnd(
        'HTTP/1.1 400 Bad Request',
        'Content-Length: 4',
        '',
        'The plain HTTP request was sent to HTTPS port',
      ),
    );
    const { record } = await attemptTo(requestTo(`ws://127.0.0.1:${server.port}/`));
    expect(record.outcome).toEqual({ kind: 'refused', status: 400, reason: 'Bad Request' });
  });
});

function encryptKey(keyPem: string, passphrase: string): string {
  return createPrivateKey(keyPem)
    .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase })
    .toString();
}
