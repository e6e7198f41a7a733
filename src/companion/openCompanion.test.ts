import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { LocalScenario } from '#domain/gateway/localGateway.ts';
import type { HandshakeRecord } from '#domain/handshake/handshakeRecord.ts';
import type { OAuthTokenRequest } from '#domain/token/oauthToken.ts';
import { openCompanion } from './openCompanion.ts';
import type { OpenCompanion } from './openCompanion.ts';
import { createPageServer } from './server/createPageServer.ts';
import { listenOnFreePort } from './server/listenOnFreePort.ts';
import { serveCatalogue } from './testing/serveCatalogue.ts';
import { serveTokenEndpoint } from './testing/serveTokenEndpoint.ts';

let folder: string;
let opened: OpenCompanion;
let server: Server;
let origin: string;
let cookie: string;

async function post(path: string, body: unknown): Promise<Response> {
  return fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { origin, cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function scenario(id: string): LocalScenario {
  const found = opened.gateways.flatMap(({ scenarios }) => scenarios).find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no scenario ${id}.`);
  return found;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postern-open-'));
  vi.stubEnv('POSTERN_CONFIG_DIR', folder);
  vi.stubEnv('POSTERN_APIKEY', 'of-the-environment');
  const envFile = join(folder, 'secrets.env');
  await writeFile(envFile, 'POSTERN_APIKEY=of-the-file\nPOSTERN_TOKEN=of-the-file\n');
  opened = await openCompanion({
    host: '127.0.0.1',
    startsGateways: true,
    gatewaysPort: 0,
    allowedTargets: [],
    profilesPath: null,
    envFile,
  });
  server = createPageServer(new Map(), opened.companion);
  origin = `http://127.0.0.1:${await listenOnFreePort(server, '127.0.0.1', 0)}`;
  cookie = '';
  const token = new URL(opened.tokenUrl(`${origin}/`)).hash.replace('#token=', '');
  cookie = (await post('/api/session', { token })).headers.get('set-cookie')?.split(';', 1)[0] ?? '';
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await opened.close();
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

describe('an open companion', () => {
  it('asks a token endpoint, and says what is wrong with a request for that', async () => {
    const endpoint = await serveTokenEndpoint(() => ({ body: { access_token: 'abc', expires_in: 60 } }));
    const request: OAuthTokenRequest = {
      url: endpoint.url,
      clientId: 'postern',
      clientSecret: 'hunter2',
      authentication: 'basic',
      scope: '',
      audience: '',
      parameters: [],
      caPem: '',
      proxy: { kind: 'none' },
    };
    expect(await (await post('/api/oauth-token', request)).json()).toMatchObject({
      kind: 'token',
      token: { accessToken: 'abc', expiresIn: 60 },
    });
    const wrong = await post('/api/oauth-token', { ...request, clientSecret: ['hunter2'] });
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toEqual({
      code: 'request-invalid',
      message: 'clientSecret: expected string.',
    });
  });

  it('asks a site for its catalogue, and says what is wrong with a request for that', async () => {
    const site = await serveCatalogue(() => ({ body: '{"format":"postern-profiles"}' }));
    expect(await (await post('/api/catalogue', { url: site.url })).json()).toEqual({
      kind: 'answered',
      status: 200,
      mediaType: 'application/json',
      text: '{"format":"postern-profiles"}',
    });
    const wrong = await post('/api/catalogue', { url: ['hunter2'] });
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toEqual({ code: 'request-invalid', message: 'url: expected string.' });
  });

  it.each([
    ['POSTERN_APIKEY', { value: 'of-the-environment' }],
    ['POSTERN_TOKEN', { value: 'of-the-file' }],
    ['POSTERN_CONFIG_DIR', { code: 'variable-unknown' }],
  ])(
    'gives a secret of the environment, else of the file, and no setting of its own: %s',
    async (name, answer) => {
      expect(await (await post('/api/variable', { name })).json()).toMatchObject(answer);
    },
  );

  it('tells the local gateways', async () => {
    const response = await fetch(`${origin}/api/gateways`, { headers: { cookie } });
    const { gateways } = (await response.json()) as { gateways: OpenCompanion['gateways'] };
    expect(gateways.map(({ gateway }) => gateway)).toEqual(['apim', 'webpubsub', 'apigee', 'aws', 'ibm']);
  });

  it('records a handshake that opens', async () => {
    const record = (await (
      await post('/api/handshake', scenario('apim-chat').request)
    ).json()) as HandshakeRecord;
    expect(record.outcome).toMatchObject({ kind: 'open' });
  });

  it('records a handshake that is refused', async () => {
    const record = (await (
      await post('/api/handshake', scenario('apim-no-key').request)
    ).json()) as HandshakeRecord;
    expect(record.outcome).toMatchObject({ kind: 'refused', status: 401 });
  });

  it('says what is wrong with a request without quoting it', async () => {
    const response = await post('/api/handshake', { url: 'ws://x/?key=hunter2', transport: 'hunter2' });
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'request-invalid' });
    expect(text).not.toContain('hunter2');
  });

  it('hands a browser a code that is not its token', async () => {
    const code = new URL(opened.oneTimeUrl(`${origin}/`)).hash.replace('#token=', '');
    expect(opened.tokenUrl('')).not.toContain(code);
    expect((await post('/api/session', { token: code })).status).toBe(204);
    expect((await post('/api/session', { token: code })).status).toBe(401);
  });
});
