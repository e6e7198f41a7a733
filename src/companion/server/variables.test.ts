import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offeredVariables } from '../environment/offeredVariables.ts';
import { createVariables } from '../environment/variables.ts';
import { startServer } from './testing/startServer.ts';
import type { TestServer } from './testing/startServer.ts';

const ENVIRONMENT = {
  POSTERN_APIKEY: 'planted-key',
  POSTERN_EMPTY: '',
  POSTERN_CONFIG_DIR: '/planted-folder',
  HOME: '/planted-home',
};

let server: TestServer;
let cookie: string;

beforeAll(async () => {
  const variables = offeredVariables(createVariables(ENVIRONMENT, 'POSTERN_TOKEN=planted-token\n'));
  server = await startServer({ variables });
  cookie = await server.startSession();
});

afterAll(async () => {
  await server.close();
});

function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  return server.send({
    method: 'POST',
    path,
    headers: { origin: `http://${server.host}`, 'content-type': 'application/json', cookie, ...headers },
    body: JSON.stringify(body),
  });
}

describe.each([
  ['/api/variables', { names: ['POSTERN_APIKEY'] }],
  ['/api/variable', { name: 'POSTERN_APIKEY' }],
])('POST %s', (path, body) => {
  it.each([
    ['no session', 401, { cookie: '' }],
    ['a foreign Origin', 403, { origin: 'https://attacker.example' }],
    ['another port of this machine', 403, { origin: 'http://127.0.0.1:1' }],
    ['a foreign Host', 421, { host: 'attacker.example' }],
    ['a form, which any site could post', 415, { 'content-type': 'text/plain' }],
  ])('refuses %s with %i', async (_who, status, headers) => {
    const answer = await post(path, body, headers);
    expect(answer.status).toBe(status);
    expect(answer.body).not.toMatch(/planted|POSTERN_APIKEY/);
  });

  it('answers POST only, and is kept by no cache', async () => {
    expect((await server.send({ path, headers: { cookie } })).status).toBe(405);
    expect((await post(path, body)).headers['cache-control']).toBe('no-store');
  });

  it.each([
    [{}, /^name/],
    [{ name: 42, names: [42] }, /^name/],
    [{ name: 'X'.repeat(401), names: ['X'.repeat(401)] }, / must have at most 400 characters\.$/],
  ])('refuses what it does not understand: %j', async (wrong, message) => {
    const answer = await post(path, wrong);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toEqual({
      code: 'request-invalid',
      message: expect.stringMatching(message) as string,
    });
  });
});

describe('POST /api/variables', () => {
  it('tells which of the names have a value, and no value', async () => {
    const names = ['POSTERN_TOKEN', 'POSTERN_NONE', 'POSTERN_EMPTY', 'HOME', 'POSTERN_APIKEY'];
    const answer = await post('/api/variables', { names: [...names, 'POSTERN_CONFIG_DIR'] });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ names: ['POSTERN_TOKEN', 'POSTERN_APIKEY'] });
  });

  it('takes no more than 16 names', async () => {
    const answer = await post('/api/variables', {
      names: Array.from({ length: 17 }, () => 'POSTERN_APIKEY'),
    });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ message: 'names: must be at most 16.' });
  });
});

describe('POST /api/variable', () => {
  it.each([
    ['POSTERN_APIKEY', 'planted-key'],
    ['POSTERN_TOKEN', 'planted-token'],
  ])('gives the value of %s', async (name, value) => {
    const answer = await post('/api/variable', { name });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ value });
  });

  it.each(['POSTERN_CONFIG_DIR', 'HOME', 'POSTERN_EMPTY', 'POSTERN_NONE', 'toString', ''])(
    'gives nothing for %j, and does not say it back',
    async (name) => {
      const answer = await post('/api/variable', { name });
      expect(answer.status).toBe(404);
      expect(JSON.parse(answer.body)).toEqual({
        code: 'variable-unknown',
        message:
          'The companion has no value for this variable now. Set it where Postern is started, or enter the value.',
      });
    },
  );
});

describe('the terminal', () => {
  it('is told nothing of it, be the request right or wrong', async () => {
    await post('/api/variable', { name: 'POSTERN_APIKEY' });
    await post('/api/variable', { name: 'planted-name' });
    await post('/api/variables', { names: ['planted-name', 42] });
    expect(server.reported).toEqual([]);
  });
});
