import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { localGatewaysQuery } from './localGatewaysQuery.ts';
import { sessionMutation } from './sessionMutation.ts';
import { statusQuery } from './statusQuery.ts';
import { startApiServer } from './testing/apiServer.ts';
import type { ApiServer } from './testing/apiServer.ts';

const STATUS = { name: 'postern', version: '0.1.0', startedAt: 1, nodeVersion: 'v20.20.2' };
const TOKEN_REQUIRED = { status: 401, json: { code: 'token-required', message: 'Open the address.' } };

let server: ApiServer;
let client: QueryClient;

beforeEach(async () => {
  server = await startApiServer();
  client = new QueryClient();
});
afterEach(async () => {
  client.clear();
  await server.close();
});

const readStatus = () => client.fetchQuery({ ...statusQuery(), staleTime: 0 });
const pathsAsked = () => server.requests.map((request) => request.path);

describe('statusQuery', () => {
  it('is ready with what the companion says of itself', async () => {
    server.answerWith({ status: 200, json: STATUS });
    expect(await readStatus()).toEqual({ state: 'ready', status: STATUS });
  });

  it('requires the token where the companion does', async () => {
    server.answerWith(TOKEN_REQUIRED);
    expect(await readStatus()).toEqual({ state: 'token-required' });
  });

  it('takes everything else for no companion', async () => {
    server.answerWith({ status: 200, text: '<!doctype html>' });
    expect(await readStatus()).toEqual({ state: 'absent' });
  });

  it('asks for the gateways anew when the companion has started again, and only then', async () => {
    server.answerWith({ status: 200, json: STATUS });
    await readStatus();
    const observer = new QueryObserver(client, { ...localGatewaysQuery(), enabled: true });
    server.answerWith({ status: 200, json: { gateways: [] } });
    const stop = observer.subscribe(() => undefined);
    await vi.waitFor(() => expect(observer.getCurrentResult().data).toEqual({ gateways: [] }));

    server.answerWith({ status: 200, json: STATUS });
    await readStatus();
    expect(pathsAsked().filter((path) => path === '/api/gateways')).toHaveLength(1);

    server.answerWith({ status: 200, json: { ...STATUS, startedAt: 2 } });
    await readStatus();
    expect(pathsAsked().filter((path) => path === '/api/gateways')).toHaveLength(2);
    stop();
  });
});

describe('sessionMutation', () => {
  it('sends the token and asks for the status anew', async () => {
    server.answerWith(TOKEN_REQUIRED);
    const observer = new QueryObserver(client, { ...statusQuery(), refetchInterval: false });
    const stop = observer.subscribe(() => undefined);
    await vi.waitFor(() => expect(observer.getCurrentResult().data?.state).toBe('token-required'));

    server.answerWith({ status: 204, text: '' });
    const mutation = client.getMutationCache().build(client, sessionMutation(client));
    await mutation.execute('secret-token');
    expect(server.requests.slice(1)).toEqual([
      { method: 'POST', path: '/api/session', body: '{"token":"secret-token"}' },
      { method: 'GET', path: '/api/status', body: '' },
    ]);
    stop();
  });

  it("fails with the companion's own words", async () => {
    server.answerWith({ status: 401, json: { code: 'token-wrong', message: 'This is not the token.' } });
    const mutation = client.getMutationCache().build(client, sessionMutation(client));
    await expect(mutation.execute('wrong')).rejects.toMatchObject({
      code: 'token-wrong',
      message: 'This is not the token.',
    });
  });
});
