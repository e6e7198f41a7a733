import { describe, expect, it, vi } from 'vitest';
import { parseCompanionStatus } from '#wire/parseCompanionApi.ts';
import { callCompanion } from './callCompanion.ts';
import { apiFixture } from './testing/apiFixture.ts';

const STATUS = { name: 'postern', version: '0.1.0', startedAt: 1, nodeVersion: 'v20.20.2' };

const api = apiFixture();

const readStatus = (signal?: AbortSignal) =>
  callCompanion({ path: '/api/status', parse: parseCompanionStatus, ...(signal && { signal }) });

describe('callCompanion', () => {
  it('gives the answer, parsed', async () => {
    api.server.answerWith({ status: 200, json: { ...STATUS, extra: 'dropped' } });
    expect(await readStatus()).toEqual(STATUS);
    expect(api.server.requests).toEqual([{ method: 'GET', path: '/api/status', body: '' }]);
  });

  it('posts a body as JSON', async () => {
    api.server.answerWith({ status: 204, text: '' });
    const parse = () => ({ ok: true, value: null }) as const;
    expect(await callCompanion({ path: '/api/session', body: { token: 't' }, parse })).toBeNull();
    expect(api.server.requests).toEqual([{ method: 'POST', path: '/api/session', body: '{"token":"t"}' }]);
  });

  it("passes on the companion's own problem", async () => {
    api.server.answerWith({ status: 401, json: { code: 'token-required', message: 'Open the address.' } });
    await expect(readStatus()).rejects.toMatchObject({
      name: 'ApiError',
      code: 'token-required',
      message: 'Open the address.',
    });
  });

  it.each([
    ['a page of a static host', { status: 200, text: '<!doctype html>' }],
    ['a page that is not there', { status: 404, text: 'Not found' }],
    ['an error of somebody else', { status: 500, json: { error: 'oops' } }],
    ['a connection that ends', 'hang-up'],
  ] as const)('says that no companion is there for %s', async (_what, answer) => {
    api.server.answerWith(answer);
    await expect(readStatus()).rejects.toMatchObject({ name: 'ApiError', code: 'companion-absent' });
  });

  it('says where an answer of another version differs', async () => {
    api.server.answerWith({ status: 200, json: { ...STATUS, startedAt: 'yesterday' } });
    await expect(readStatus()).rejects.toMatchObject({
      code: 'answer-unreadable',
      message: expect.stringContaining('startedAt: expected number.') as string,
    });
  });

  it('gives up when the time is up', async () => {
    api.server.answerWith('silence');
    const call = callCompanion({ path: '/api/status', parse: parseCompanionStatus, limitMs: 20 });
    await expect(call).rejects.toMatchObject({ code: 'timed-out' });
  });

  it('is called off by its caller without an error of ours', async () => {
    api.server.answerWith('silence');
    const caller = new AbortController();
    const call = readStatus(caller.signal);
    await vi.waitFor(() => expect(api.server.requests).toHaveLength(1));
    caller.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });
});
