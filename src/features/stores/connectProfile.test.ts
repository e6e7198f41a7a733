import { describe, expect, it, vi } from 'vitest';
import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import { newProfile } from '#domain/profile/newProfile.ts';
import type { Field } from '#domain/profile/profile.ts';
import { TOKEN_SOURCE } from '#domain/profile/testing/tokenSource.ts';
import type { OAuthTokenAnswer } from '#domain/token/oauthToken.ts';
import { createTokensStore } from '#state/createTokensStore.ts';
import { createTestStores } from '../profiles/testing/createTestStores.ts';
import { connectProfile } from './connectProfile.ts';
import { dialProfile } from './dialProfile.ts';
import { liveLookup } from './filling.ts';

function createStores(answers: readonly (OAuthTokenAnswer | 'silence')[]) {
  const stores = createTestStores();
  const queue = [...answers];
  const asked: AbortSignal[] = [];
  const tokens = createTokensStore({
    profiles: stores.profiles,
    now: Date.now,
    newId: () => `t${asked.length}`,
    fetchToken(_request, signal) {
      asked.push(signal);
      const answer = queue.shift();
      if (answer === undefined) return Promise.reject(new Error('The companion is not running.'));
      return answer === 'silence' ? new Promise(() => {}) : Promise.resolve(answer);
    },
  });
  const id = stores.save({ url: 'wss://example.com/', tokenSource: TOKEN_SOURCE });
  const headersSent = () =>
    stores.engine.connections.flatMap(({ calls }) =>
      calls
        .filter(([name]) => name === 'connect')
        .map(([, request]) => (request as ConnectionRequest).headers),
    );
  return { ...stores, tokens, asked, id, headersSent };
}

const token = (accessToken: string, expiresIn: number): OAuthTokenAnswer => ({
  kind: 'token',
  token: { accessToken, tokenType: 'Bearer', expiresIn, scope: null },
});

describe('connectProfile with a source of tokens', () => {
  it('fetches a token first, and uses it until it has expired', async () => {
    const stores = createStores([token('one', 3_600), token('two', 3_600)]);
    connectProfile(stores, stores.id, 'companion');
    expect(stores.tokens.getState().fetches[stores.id]).toEqual({ kind: 'fetching' });
    await vi.waitFor(() => expect(stores.headersSent()).toHaveLength(1));
    expect(stores.headersSent()).toEqual([[{ name: 'Authorization', value: 'Bearer one' }]]);

    connectProfile(stores, stores.id, 'companion');
    expect(stores.headersSent()).toHaveLength(2);
    expect(stores.asked).toHaveLength(1);

    stores.profiles.getState().actions.setSecret('expiry', String(Date.now()));
    connectProfile(stores, stores.id, 'companion');
    await vi.waitFor(() => expect(stores.headersSent().at(-1)?.[0]?.value).toBe('Bearer two'));
    expect(stores.asked).toHaveLength(2);
  });

  it('leaves a saved profile as saved when only the token is a new one', async () => {
    const stores = createStores([token('one', 3_600), token('two', 3_600)]);
    await stores.tokens.getState().actions.fetch(stores.id, TOKEN_SOURCE);
    stores.profiles.getState().actions.save(stores.id);
    await stores.tokens.getState().actions.fetch(stores.id, TOKEN_SOURCE);
    expect(stores.profiles.getState().drafts).toEqual({});
  });

  it('dials nothing when the token is refused, and says why until the next try', async () => {
    const refusal = { status: 401, error: 'invalid_client', description: '' };
    const stores = createStores([{ kind: 'refused', refusal }]);
    connectProfile(stores, stores.id, 'companion');
    await vi.waitFor(() =>
      expect(stores.tokens.getState().fetches[stores.id]).toMatchObject({
        kind: 'failed',
        problem: { at: 'clientSecret' },
      }),
    );
    expect(stores.engine.connections).toEqual([]);
    connectProfile(stores, stores.id, 'companion');
    expect(stores.tokens.getState().fetches[stores.id]).toEqual({ kind: 'fetching' });
    await vi.waitFor(() =>
      expect(stores.tokens.getState().fetches[stores.id]).toMatchObject({
        problem: { message: 'The companion is not running.' },
      }),
    );
  });

  it('dials nothing when the fetch is stopped', async () => {
    const stores = createStores(['silence']);
    connectProfile(stores, stores.id, 'companion');
    stores.tokens.getState().actions.stop(stores.id);
    expect(stores.asked[0]?.aborted).toBe(true);
    expect(stores.tokens.getState().fetches).toEqual({});
    expect(stores.engine.connections).toEqual([]);
  });
});

describe('dialProfile, where no person waits for it', () => {
  const ORDER = { transport: 'companion', attempt: { attempt: 2, maxAttempts: 5 } } as const;

  it('fetches a token first, and dials with it and with what the profile says of keep-alive', async () => {
    const stores = createStores([token('one', 3_600)]);
    const keepAlive = { kind: 'ping', everyMs: 30_000 } as const;
    stores.profiles.getState().actions.edit(stores.id, (profile) => ({ ...profile, keepAlive }));
    expect(await dialProfile(stores, stores.id, ORDER)).toEqual({ kind: 'dialled' });
    expect(stores.headersSent()).toEqual([[{ name: 'Authorization', value: 'Bearer one' }]]);
    const [terms] = stores.engine.connections[0]?.terms ?? [];
    expect(terms).toMatchObject({ keepAlive, attempt: ORDER.attempt });
    expect(terms?.secrets).toContain('Bearer one');
  });

  it('says whether it is worth another attempt that no token came', async () => {
    const refusal = { status: 401, error: 'invalid_client', description: '' };
    const stores = createStores([{ kind: 'refused', refusal }]);
    const undialled = { kind: 'undialled', why: 'no new token came' };
    expect(await dialProfile(stores, stores.id, ORDER)).toEqual({ ...undialled, isFinal: true });
    expect(await dialProfile(stores, stores.id, ORDER)).toEqual({ ...undialled, isFinal: false });
    expect(stores.engine.connections).toEqual([]);
  });

  it('stops fetching once it is wanted no more, and dials nothing', () => {
    const stores = createStores(['silence']);
    const wanting = new AbortController();
    void dialProfile(stores, stores.id, ORDER, wanting.signal);
    wanting.abort();
    expect(stores.asked[0]?.aborted).toBe(true);
    expect(stores.tokens.getState().fetches).toEqual({});
    expect(stores.engine.connections).toEqual([]);
  });

  it('says what is wrong with a profile that cannot be dialled any more', async () => {
    const stores = createStores([]);
    stores.profiles.getState().actions.edit(stores.id, (profile) => ({ ...profile, url: 'https://host/' }));
    expect(await dialProfile(stores, stores.id, ORDER)).toMatchObject({ kind: 'undialled', isFinal: true });
  });
});

describe('connectProfile with secrets that are locked', () => {
  const PASSPHRASE = 'not a real passphrase';
  const field = (secretId: string, isEnabled = true) =>
    ({ id: secretId, name: 'X-Key', value: { kind: 'secret', secretId }, isEnabled }) as const;

  async function createLocked() {
    const stores = createTestStores();
    const { actions } = stores.profiles.getState();
    const id = stores.save({ url: 'wss://example.com/', headers: [field('key')] });
    actions.setSecret('key', 'not-a-real-key');
    await actions.setLock(PASSPHRASE);
    return { ...actions, ...stores, id };
  }

  it('asks for the passphrase before it dials, and dials once they are unlocked', async () => {
    const stores = await createLocked();
    await stores.lockNow();
    expect(connectProfile(stores, stores.id, 'companion')).toEqual([]);
    expect(stores.engine.connections).toEqual([]);
    const { asked } = stores.unlockPrompt.getState();
    expect(asked?.profileName).toBe('New profile');
    await stores.unlock(PASSPHRASE);
    asked?.afterwards();
    const [call] = stores.engine.connections[0]?.calls ?? [];
    expect(call?.[1]).toMatchObject({ headers: [{ name: 'X-Key', value: 'not-a-real-key' }] });
  });

  it('asks for those of variables as well, and fills in nothing in their place', async () => {
    const stores = await createLocked();
    const variable = { ...field('key'), name: 'token' };
    stores.addEnvironment('Staging', [variable]);
    const other = stores.save({ url: 'wss://example.com/?token={{token}}' });
    await stores.lockNow();
    connectProfile(stores, other, 'companion');
    expect(stores.unlockPrompt.getState().asked).not.toBeNull();
    expect(liveLookup(stores.profiles.getState())('token')).toBeNull();
    await stores.unlock(PASSPHRASE);
    expect(liveLookup(stores.profiles.getState())('token')?.text).toBe('not-a-real-key');
  });

  it('asks for none that is switched off, was entered since, or is another profile’s', async () => {
    const stores = await createLocked();
    await stores.lockNow();
    const off = stores.save({ url: 'wss://example.com/', headers: [field('key', false)] });
    connectProfile(stores, off, 'companion');
    stores.setSecret('key', 'entered-since');
    connectProfile(stores, stores.id, 'companion');
    expect(stores.unlockPrompt.getState().asked).toBeNull();
    expect(stores.engine.connections).toHaveLength(2);
  });

  it('is not dialled again by itself, where nobody could be asked', async () => {
    const stores = await createLocked();
    await stores.lockNow();
    expect(await dialProfile(stores, stores.id, { transport: 'companion', attempt: null })).toEqual({
      kind: 'undialled',
      why: 'its secrets are locked',
      isFinal: true,
    });
  });
});

describe('connectProfile with a profile that others can change', () => {
  function createTeam(url: string) {
    const stores = createTestStores();
    const { actions } = stores.profiles.getState();
    const file = { name: 'team.json', problems: [], environments: [] };
    const read = (to: string) => actions.setTeam(file, [newProfile('p1', 0, { name: 'Echo', url: to })]);
    const token: Field = {
      id: 'v',
      name: 'token',
      value: { kind: 'secret', secretId: 'v' },
      isEnabled: true,
    };
    actions.addEnvironment('Staging', [token]);
    actions.setSecret('v', 'not-a-real-key');
    read(url);
    const asked = () => stores.sendConsent.getState().asked;
    return { ...stores, actions, read, asked };
  }

  it('asks before it sends secret variables to a new place, once for each', () => {
    const stores = createTeam('wss://a.example/?token={{token}}');
    expect(connectProfile(stores, 'team:p1', 'companion')).toEqual([]);
    expect(stores.engine.connections).toEqual([]);
    expect(stores.asked()).toMatchObject({
      origin: 'team',
      names: ['token'],
      destination: 'wss://a.example',
    });
    stores.sendConsent.getState().actions.agree();
    expect(stores.engine.connections).toHaveLength(1);
    expect(stores.asked()).toBeNull();

    stores.read('wss://a.example/other?token={{token}}');
    connectProfile(stores, 'team:p1', 'companion');
    expect(stores.asked()).toBeNull();

    stores.read('wss://evil.example/?token={{token}}');
    connectProfile(stores, 'team:p1', 'companion');
    expect(stores.asked()).toMatchObject({ destination: 'wss://evil.example' });
  });

  it('asks nothing where no secret is filled in, and nothing of one’s own profile', () => {
    const stores = createTeam('wss://a.example/');
    connectProfile(stores, 'team:p1', 'companion');
    expect(stores.asked()).toBeNull();
    const own = stores.save({ url: 'wss://a.example/?token={{token}}' });
    connectProfile(stores, own, 'companion');
    expect(stores.asked()).toBeNull();
    expect(stores.engine.connections).toHaveLength(2);
  });

  it('is not dialled again by itself where the file sends it elsewhere meanwhile', async () => {
    const stores = createTeam('wss://a.example/?token={{token}}');
    connectProfile(stores, 'team:p1', 'companion');
    stores.sendConsent.getState().actions.agree();
    stores.read('wss://evil.example/?token={{token}}');
    expect(await dialProfile(stores, 'team:p1', { transport: 'companion', attempt: null })).toEqual({
      kind: 'undialled',
      why: 'it would send secrets to a new place',
      isFinal: true,
    });
  });
});
