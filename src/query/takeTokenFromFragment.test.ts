import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeTokenFromFragment } from './takeTokenFromFragment.ts';
import { startApiServer } from './testing/apiServer.ts';
import type { ApiServer } from './testing/apiServer.ts';

let server: ApiServer;
let addresses: unknown[];

beforeEach(async () => {
  server = await startApiServer();
  addresses = [];
});
afterEach(() => server.close());

function take(hash: string): Promise<void> {
  const history = {
    replaceState: (_state: unknown, _title: string, url: unknown) => void addresses.push(url),
  };
  return takeTokenFromFragment({ hash, pathname: '/', search: '?a=b' }, history);
}

describe('takeTokenFromFragment', () => {
  it('exchanges the token for a session and takes it out of the address', async () => {
    server.answerWith({ status: 204, text: '' });
    await take('#token=abc-DEF_123');
    expect(addresses).toEqual(['/?a=b']);
    expect(server.requests).toEqual([
      { method: 'POST', path: '/api/session', body: '{"token":"abc-DEF_123"}' },
    ]);
  });

  it('takes the token out of the address where the companion refuses it', async () => {
    server.answerWith({ status: 401, json: { code: 'token-wrong', message: 'Wrong.' } });
    await take('#token=wrong');
    expect(addresses).toEqual(['/?a=b']);
  });

  it.each(['', '#', '#somewhere', '#token='])('leaves the fragment "%s" alone', async (hash) => {
    await take(hash);
    expect(addresses).toEqual([]);
    expect(server.requests).toEqual([]);
  });
});
