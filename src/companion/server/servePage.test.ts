import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from './testing/startServer.ts';
import type { TestServer } from './testing/startServer.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(async () => {
  await server.close();
});

describe('the page', () => {
  it('opens without a session, under a policy whose nonce it carries', async () => {
    const { status, headers, body } = await server.send({ path: '/?from=bookmark' });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    const nonce = /nonce="([\w-]{22})"/.exec(body)?.[1];
    expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
  });

  it('has another nonce each time', async () => {
    const [first, second] = [await server.send({ path: '/' }), await server.send({ path: '/' })];
    expect(first.body).not.toBe(second.body);
  });

  it('lets hashed files be kept for ever, and no other', async () => {
    const hashed = await server.send({ path: '/assets/main-abc123.js' });
    expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(hashed.headers['content-type']).toBe('text/javascript; charset=utf-8');
    const icon = await server.send({ path: '/icon.svg' });
    expect(icon.headers['cache-control']).toBe('no-cache');
  });

  it('sends scripts under the same policy, for workers live under that of their script', async () => {
    const { headers } = await server.send({ path: '/assets/main-abc123.js' });
    expect(headers['content-security-policy']).toContain("connect-src 'self' ws: wss:");
  });

  it('may not be framed, sniffed or read by another origin', async () => {
    const { headers } = await server.send({ path: '/' });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('answers HEAD without a body', async () => {
    const { status, headers, body } = await server.send({ method: 'HEAD', path: '/icon.svg' });
    expect([status, headers['content-length'], body]).toEqual([200, '6', '']);
  });

  it('answers 405 to other methods', async () => {
    const { status, headers } = await server.send({ method: 'POST', path: '/' });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it.each([
    '/missing',
    '/assets/',
    '/profiles/1',
    '/../outside.txt',
    '/assets/../../outside.txt',
    '/..%2foutside.txt',
    '/%2e%2e/outside.txt',
    '/..\\outside.txt',
    '//outside.txt',
    '/icon.svg%00.js',
  ])('answers 404 at %s', async (path) => {
    // By hand: clients tidy such paths up.
    const socket = connect(server.port, '127.0.0.1');
    socket.end(`GET ${path} HTTP/1.1\r\nHost: ${server.host}\r\nConnection: close\r\n\r\n`);
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/);
    expect(answer).not.toContain('outside\n');
  });
});
