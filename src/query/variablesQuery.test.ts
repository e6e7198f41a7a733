import { describe, expect, it } from 'vitest';
import { fetchVariable } from './fetchVariable.ts';
import { apiFixture } from './testing/apiFixture.ts';
import { variablesQuery } from './variablesQuery.ts';

const api = apiFixture();

describe('variablesQuery', () => {
  it('asks for all names that the companion takes, and tells those that it has', async () => {
    api.server.answerWith({ status: 200, json: { names: ['POSTERN_B'] } });
    const names = ['POSTERN_A', `POSTERN_${'X'.repeat(400)}`, 'POSTERN_B'];
    expect(await api.client.fetchQuery(variablesQuery(1, names))).toEqual(['POSTERN_B']);
    expect(api.server.requests).toEqual([
      { method: 'POST', path: '/api/variables', body: '{"names":["POSTERN_A","POSTERN_B"]}' },
    ]);
  });
});

describe('fetchVariable', () => {
  it('gives the value of one', async () => {
    api.server.answerWith({ status: 200, json: { value: 'k' } });
    expect(await fetchVariable('POSTERN_A', new AbortController().signal)).toBe('k');
    expect(api.server.requests).toEqual([
      { method: 'POST', path: '/api/variable', body: '{"name":"POSTERN_A"}' },
    ]);
  });

  it('passes on that there is none', async () => {
    api.server.answerWith({ status: 404, json: { code: 'variable-unknown', message: 'It has none.' } });
    await expect(fetchVariable('POSTERN_A', new AbortController().signal)).rejects.toMatchObject({
      name: 'ApiError',
      code: 'variable-unknown',
    });
  });
});
