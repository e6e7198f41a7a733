import { describe, expect, it } from 'vitest';
import { DEFAULT_PROFILE_OPTIONS, newProfile } from './newProfile.ts';
import { encodeStoredProfile, parseStoredProfile, parseStoredProfiles } from './profileStore.ts';

const PROFILE = newProfile('p', 1, {
  name: 'Staging',
  url: 'not yet a URL',
  parameters: [{ id: 'a', name: 'apikey', value: { kind: 'secret', secretId: 's' }, isEnabled: true }],
  subprotocols: [{ id: 'b', value: 'chat', isEnabled: false }],
  options: {
    ...DEFAULT_PROFILE_OPTIONS,
    proxy: { kind: 'url', url: { kind: 'text', text: 'http://proxy' } },
  },
});

describe('parseStoredProfile', () => {
  it('reads what encodeStoredProfile wrote', () => {
    const stored = encodeStoredProfile(PROFILE);
    expect(stored.version).toBe(2);
    expect(parseStoredProfile(structuredClone(stored))).toEqual({ ok: true, profile: PROFILE });
  });

  it('reads where a token comes from, and a profile that has no such thing', () => {
    const tokenSource = {
      kind: 'oauth',
      url: 'https://login.example.com/token',
      clientId: 'postern',
      clientSecret: { kind: 'secret', secretId: 's' },
      authentication: 'body',
      scope: '',
      audience: '',
      parameters: { kind: 'text', text: '' },
      place: { kind: 'query', name: 'access_token' },
      isRenewed: true,
      expiresAtId: 'e',
      tenant: 'of a later version',
    };
    const record = { ...encodeStoredProfile(PROFILE), tokenSource };
    expect(parseStoredProfile(record)).toEqual({ ok: true, profile: { ...PROFILE, tokenSource } });
    expect(parseStoredProfile({ ...record, tokenSource: {} })).toMatchObject({
      ok: false,
      code: 'storage-broken',
    });
  });

  it('gives a profile of version 1 what that version did not have', () => {
    const { description, keepAlive, reconnect, messages, ...first } = PROFILE;
    expect({ description, keepAlive, reconnect, messages }).toEqual({
      description: '',
      keepAlive: { kind: 'off' },
      reconnect: { kind: 'off' },
      messages: [],
    });
    expect(parseStoredProfile({ ...first, version: 1 })).toEqual({ ok: true, profile: PROFILE });
  });

  it('reads how a connection is kept alive and begun again, and saved messages', () => {
    const profile = {
      ...PROFILE,
      keepAlive: { kind: 'message', everyMs: 30_000, text: '{"type":"ping"}' },
      reconnect: { kind: 'backoff', maxAttempts: 5, firstDelayMs: 500, maxDelayMs: 30_000 },
      messages: [{ id: 'm', name: 'Hello', mode: 'json', text: '{}', binaryEncoding: 'hex' }],
    };
    expect(parseStoredProfile({ ...profile, version: 2 })).toEqual({ ok: true, profile });
    expect(parseStoredProfile({ ...profile, version: 2, keepAlive: { kind: 'ping' } })).toMatchObject({
      ok: false,
      code: 'storage-broken',
    });
  });

  it('keeps keys that it does not know', () => {
    const record = { ...encodeStoredProfile(PROFILE), colour: 'green' };
    expect(parseStoredProfile(record)).toEqual({ ok: true, profile: { ...PROFILE, colour: 'green' } });
  });

  it('leaves a record of a newer schema alone', () => {
    const record = { id: 'p', name: 'Staging', version: 3 };
    expect(parseStoredProfile(record)).toEqual({
      ok: false,
      code: 'storage-newer',
      message:
        'The saved profile “Staging” was saved by a newer Postern (schema 3; this one reads 2). It is kept as it is: open it with the newer version.',
      record,
    });
  });

  it.each([
    [null, 'A saved profile cannot be read: it has no version. It is kept as it is.'],
    ['{"broken', 'A saved profile cannot be read: it has no version. It is kept as it is.'],
    [
      { ...encodeStoredProfile(PROFILE), headers: [{ id: 1 }] },
      'The saved profile “Staging” cannot be read: headers.0.id is not what it should be. It is kept as it is.',
    ],
    [
      { ...encodeStoredProfile(PROFILE), gateway: 'kong' },
      'The saved profile “Staging” cannot be read: gateway is not what it should be. It is kept as it is.',
    ],
  ])('says what is wrong with %j', (record, message) => {
    expect(parseStoredProfile(record)).toEqual({ ok: false, code: 'storage-broken', message, record });
  });
});

describe('parseStoredProfiles', () => {
  it('loses no profile for the sake of a broken one', () => {
    const parsed = parseStoredProfiles([encodeStoredProfile(PROFILE), { version: 9 }, 7]);
    expect(parsed).toMatchObject({
      ok: true,
      profiles: [PROFILE],
      problems: [{ code: 'storage-newer' }, { code: 'storage-broken', record: 7 }],
    });
  });

  it('says so when there is no list at all', () => {
    expect(parseStoredProfiles('x')).toEqual({
      ok: false,
      code: 'storage-broken',
      message: 'The saved profiles are not a list. They are kept as they are.',
      record: 'x',
    });
  });
});
