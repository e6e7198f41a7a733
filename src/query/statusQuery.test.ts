import { QueryObserver } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { localGatewaysQuery } from './localGatewaysQuery.ts';
import { sessionMutation } from './sessionMutation.ts';
import { statusQuery } from './statusQuery.ts';
import { apiFixture } from './testing/apiFixture.ts';

const STATUS = { name: 'postern', version: '0.1.0', startedAt: 1, nodeVersion: 'v20.20.2' };
const TOKEN_REQUIRED = { status: 401, json: { code: 'token-required', message: 'Open the address.' } };

const api = apiFixture();

const readStatus = () => api.client.fetchQuery({ ...statusQuery(), staleTime: 0 });
const pathsAsked = () => api.server.requests.map((request) => request.path);

describe('statusQuery', () => {
  it('is ready with what the companion says of itself', async () => {
    api.server.answerWith({ status: 200, json: STATUS });
    expect(await readStatus()).toEqual({ state: 'ready', status: STATUS });
  });

  it('requires the token where the companion does', async () => {
    api.server.answerWith(TOKEN_REQUIRED);
    expect(await readStatus()).toEqual({ state: 'token-required' });
  });

  it('takes everything else for no companion', async () => {
    api.server.answerWith({ status: 200, text: '<!doctype html>' });
    expect(await readStatus()).toEqual({ state: 'absent' });
  });

  it('asks for the gateways anew when the companion has started again, and only then', async () => {
    api.server.answerWith({ status: 200, json: STATUS });
    await readStatus();
    const observer = new QueryObserver(api.client, { ...localGatewaysQuery(), enabled: true });
    api.server.answerWith({ status: 200, json: { gateways: [] } });
    const stop = observer.subscribe(() => undefined);
    await vi.waitFor(() => expect(observer.getCurrentResult().data).toEqual({ gateways: [] }));

    api.server.answerWith({ status: 200, json: STATUS });
    await readStatus();
    expect(pathsAsked().filter((path) => path === '/api/gateways')).toHaveLength(1);

    api.server.answerWith({ status: 200, json: { ...STATUS, startedAt: 2 } });
    await readStatus();
    expect(pathsAsked().filter((path) => path === '/api/gateways')).toHaveLength(2);
    stop();
  });
});

describe('sessionMutation', () => {
  it('sends the token and asks for the status anew', async () => {
    api.server.answerWith(TOKEN_REQUIRED);
    const observer = new QueryObserver(api.client, { ...statusQuery(), refetchInterval: false });
    const stop = observer.subscribe(() => undefined);
    await vi.waitFor(() => expect(observer.getCurrentResult().data?.state).toBe('token-required'));

    api.server.answerWith({ status: 204, text: '' });
    const mutation = api.client.getMutationCache().build(api.client, sessionMutation(api.client));
    await mutation.execute('secret-token');
    expect(api.server.requests.slice(1)).toEqual([
      { method: 'POST', path: '/api/session', body: '{"token":"secret-token"}' },
      { method: 'GET', path: '/api/status', body: '' },
    ]);
    stop();
  });

  it("fails with the companion's own words", async () => {
    api.server.answerWith({ status: 401, json: { code: 'token-wrong', message: 'This is not the token.' } });
    const mutation = api.client.getMutationCache().build(api.client, sessionMutation(api.client));
    await expect(mutation.execute('wrong')).rejects.toMatchObject({
      code: 'token-wrong',
      message: 'This is not the token.',
    });
  });
});
