import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOneTimeCodes } from '../guard/oneTimeCodes.ts';
import { RequestProblem } from './requestProblem.ts';
import { TOKEN, startServer } from './testing/startServer.ts';
import type { TestServer } from './testing/startServer.ts';

const codes = createOneTimeCodes(() => 0);
let server: TestServer;
let origin: string;
let cookie: string;

beforeAll(async () => {
  server = await startServer({
    codes,
    connections: {
      recordOnce: (body) => {
        if (JSON.stringify(body) === '{"url":"invalid"}') {
          throw new RequestProblem({ status: 400, code: 'request-invalid', message: 'No request.' });
        }
        throw new TypeError(`cannot dial with ${JSON.stringify(body)}`);
      },
      fetchToken: async () => ({ kind: 'failed', code: 'dns-not-found', message: 'No such name.' }),
      fetchCatalogue: async () => ({ kind: 'failed', message: 'No such name.' }),
      serveRelay: (socket) => socket.close(),
    },
  });
  origin = `http://${server.host}`;
  cookie = await server.startSession();
});

afterAll(async () => {
  await server.close();
});

function post(path: string, body: string, headers: Record<string, string> = {}) {
  return server.send({
    method: 'POST',
    path,
    headers: { origin, 'content-type': 'application/json', ...headers },
    body,
  });
}

describe('a foreign Host', () => {
  it.each(['/', '/api/status', '/api/unknown', '/assets/main-abc123.js'])(
    'gets nothing at %s',
    async (path) => {
      const answer = await server.send({ path, headers: { host: 'attacker.example', cookie } });
      expect(answer.status).toBe(421);
      expect(JSON.parse(answer.body)).toMatchObject({ code: 'host-foreign' });
    },
  );

  it('gets no session, even with the token', async () => {
    const answer = await post('/api/session', JSON.stringify({ token: TOKEN }), { host: 'attacker.example' });
    expect(answer.status).toBe(421);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});

describe('POST /api/session', () => {
  it('answers the token with a cookie that is not the token', async () => {
    const answer = await post('/api/session', JSON.stringify({ token: TOKEN }));
    expect(answer.status).toBe(204);
    expect(answer.headers['set-cookie']).toHaveLength(1);
    const [set = ''] = answer.headers['set-cookie'] ?? [];
    expect(set).toMatch(
      new RegExp(`^postern-${server.port}=[\\w-]{43}; Path=/; Max-Age=34560000; HttpOnly; SameSite=Strict$`),
    );
    expect(set).not.toContain(TOKEN);
  });

  it('answers a one-time code in the same way, once', async () => {
    const body = JSON.stringify({ token: codes.issue() });
    const answer = await post('/api/session', body);
    expect(answer.status).toBe(204);
    expect(answer.headers['set-cookie']?.[0]).toMatch(new RegExp(`^${cookie};`));
    expect((await post('/api/session', body)).status).toBe(401);
  });

  it.each([
    [JSON.stringify({ token: `${TOKEN}x` }), 401, 'token-wrong'],
    [JSON.stringify({ token: '' }), 401, 'token-wrong'],
    [JSON.stringify({ token: 42 }), 400, 'request-invalid'],
    [JSON.stringify({}), 400, 'request-invalid'],
    ['null', 400, 'request-invalid'],
    ['{"token":', 400, 'body-not-json'],
    ['', 400, 'body-not-json'],
  ])('refuses %s with %i %s', async (body, status, code) => {
    const answer = await post('/api/session', body);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ code });
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('refuses a form, which any site could post', async () => {
    const answer = await post('/api/session', JSON.stringify({ token: TOKEN }), {
      'content-type': 'text/plain',
    });
    expect(answer.status).toBe(415);
  });

  it('refuses a body over its limit, announced or not', async () => {
    const body = JSON.stringify({ token: 'x'.repeat(2000) });
    expect((await post('/api/session', body)).status).toBe(413);
    expect((await post('/api/session', body, { 'transfer-encoding': 'chunked' })).status).toBe(413);
  });

  it('refuses a foreign or missing Origin, even with the token', async () => {
    const body = JSON.stringify({ token: TOKEN });
    for (const foreign of ['http://attacker.example', 'null', `http://127.0.0.1:${server.port + 1}`]) {
      const answer = await post('/api/session', body, { origin: foreign });
      expect(answer.status).toBe(403);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    const headers = { 'content-type': 'application/json' };
    expect((await server.send({ method: 'POST', path: '/api/session', headers, body })).status).toBe(403);
  });
});

describe('GET /api/status', () => {
  it('tells name, version and start', async () => {
    const answer = await server.send({ path: '/api/status', headers: { cookie } });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({
      name: 'postern',
      version: '1.2.3',
      startedAt: 1_700_000_000_000,
      nodeVersion: process.version,
    });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it('needs the session', async () => {
    const wrong = [undefined, 'postern-1=abc', `postern-${server.port}=${TOKEN}`, `postern-${server.port}=`];
    for (const value of wrong) {
      const headers = value === undefined ? {} : { cookie: value };
      const answer = await server.send({ path: '/api/status', headers });
      expect(answer.status).toBe(401);
      expect(JSON.parse(answer.body)).toMatchObject({ code: 'token-required' });
    }
  });

  it.each(['cross-site', 'same-site'])('refuses a %s fetch', async (site) => {
    const answer = await server.send({ path: '/api/status', headers: { cookie, 'sec-fetch-site': site } });
    expect(answer.status).toBe(403);
  });

  it('answers GET only', async () => {
    const answer = await post('/api/status', '{}', { cookie });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('GET');
  });
});

describe('any path of the API', () => {
  it('answers 404 as JSON where there is nothing', async () => {
    const answer = await server.send({ path: '/api/nothing', headers: { cookie } });
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'path-unknown' });
  });

  it('sends no CORS header, and answers a preflight with a refusal', async () => {
    const headers = { origin: 'http://attacker.example', 'access-control-request-method': 'POST' };
    const preflight = await server.send({ method: 'OPTIONS', path: '/api/session', headers });
    expect(preflight.status).toBe(403);
    const answers = [preflight, await server.send({ path: '/api/status', headers: { cookie, origin } })];
    const names = answers.flatMap((answer) => Object.keys(answer.headers));
    expect(names.filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('POST /api/handshake', () => {
  it('passes a problem on', async () => {
    const answer = await post('/api/handshake', '{"url":"invalid"}', { cookie });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toEqual({ code: 'request-invalid', message: 'No request.' });
  });

  it('answers 500 with a sentence when something throws, and shows no secret anywhere', async () => {
    const answer = await post('/api/handshake', '{"key":"hunter2"}', { cookie });
    expect(answer.status).toBe(500);
    expect(JSON.parse(answer.body)).toEqual({
      code: 'unexpected',
      message: 'The companion failed at this request. The terminal that runs it says where.',
    });
    expect(server.reported.join()).toMatch(/^A request failed: TypeError\n +at /);
    expect(server.reported.join()).not.toContain('hunter2');
  });
});

describe('POST /api/oauth-token', () => {
  it('answers who has a session, and nobody else', async () => {
    const stranger = await post('/api/oauth-token', '{}');
    expect(stranger.status).toBe(401);
    const answer = await post('/api/oauth-token', '{}', { cookie });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({
      kind: 'failed',
      code: 'dns-not-found',
      message: 'No such name.',
    });
  });
});

describe('POST /api/catalogue', () => {
  it('asks nobody for who has no session, or comes from elsewhere', async () => {
    expect((await post('/api/catalogue', '{}')).status).toBe(401);
    const foreign = await post('/api/catalogue', '{}', { cookie, origin: 'https://attacker.example' });
    expect(foreign.status).toBe(403);
    const form = await post('/api/catalogue', '{}', { cookie, 'content-type': 'text/plain' });
    expect(form.status).toBe(415);
    const answer = await post('/api/catalogue', '{}', { cookie });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ kind: 'failed', message: 'No such name.' });
  });
});
