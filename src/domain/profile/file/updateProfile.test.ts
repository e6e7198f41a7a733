import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapSecretIds, secretPlacesOf } from '../mapSecretIds.ts';
import { newProfile } from '../newProfile.ts';
import type { Field, Profile } from '../profile.ts';
import { resolveProfile } from '../resolveProfile.ts';
import { arbitraryPair } from '../testing/arbitraryProfile.ts';
import { TOKEN_SOURCE } from '../testing/tokenSource.ts';
import { TOKEN_SUBPROTOCOL, toFileProfile } from './filedProfile.ts';
import { secretRisks, updateProfile } from './updateProfile.ts';

function secret(name: string, secretId: string): Field {
  return { id: name, name, value: { kind: 'secret', secretId }, isEnabled: true };
}

const MINE = newProfile('p', 1, {
  url: 'wss://mine.example/chat',
  parameters: [secret('apikey', 'mine-1')],
  headers: [secret('X-Token', 'mine-2')],
});
const SECRETS = { 'mine-1': 'key', 'mine-2': 'token', other: 'of another profile' };

function theirs(fields: Partial<Profile>): Profile {
  return newProfile('p', 2, {
    url: 'wss://mine.example/v2',
    parameters: [secret('apikey', 'fresh-1')],
    headers: [secret('x-token', 'fresh-2')],
    ...fields,
  });
}

describe('updateProfile', () => {
  it('takes all from the file, and the secrets of this device for the same places', () => {
    const updated = updateProfile(MINE, theirs({}), true);
    const resolved = resolveProfile(updated, SECRETS);
    expect(resolved).toMatchObject({
      ok: true,
      request: {
        url: 'wss://mine.example/v2?apikey=key',
        headers: [{ name: 'x-token', value: 'token' }],
      },
    });
  });

  it.each([
    ['moved from a header to the query', { headers: [], parameters: [secret('X-Token', 'fresh-3')] }],
    ['under another name', { headers: [secret('X-Other', 'fresh-3')], parameters: [] }],
    ['a second time', { headers: [], parameters: [secret('a', 'fresh-1'), secret('a', 'fresh-2')] }],
  ])('gives no secret to one that is %s', (_, fields) => {
    expect([...secretPlacesOf(updateProfile(MINE, theirs(fields), true)).values()]).not.toContainEqual(
      expect.stringMatching(/^mine/),
    );
  });

  it('keeps none of them when it is told so', () => {
    expect([...secretPlacesOf(updateProfile(MINE, theirs({}), false)).values()]).toEqual([
      'fresh-1',
      'fresh-2',
    ]);
  });

  it('takes those whose values came along', () => {
    const updated = updateProfile(MINE, theirs({}), true, { 'fresh-1': 'new key' });
    expect([...secretPlacesOf(updated).values()]).toEqual(['fresh-1', 'mine-2']);
  });

  it('names a secret only where it stood before, whatever the two are', () => {
    fc.assert(
      fc.property(arbitraryPair, ([mine, file]) => {
        const fresh = mapSecretIds(file, (_id, place) => `fresh ${place}`);
        const before = secretPlacesOf(mine);
        for (const [place, id] of secretPlacesOf(updateProfile(mine, fresh, true))) {
          expect(id).toBe(before.get(place) ?? `fresh ${place}`);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('secretRisks', () => {
  const { options } = MINE;
  const tokenSource = { ...TOKEN_SOURCE, url: 'https://evil.example/token' };
  const withTls = (tls: Partial<Profile['options']['tls']>) => ({
    options: { ...options, tls: { ...options.tls, ...tls } },
  });

  it.each<readonly [string, Partial<Profile>, readonly string[]]>([
    ['another path of the host', { url: 'wss://mine.example/other' }, []],
    [
      'another host',
      { url: 'wss://evil.example/' },
      ['go to wss://evil.example instead of wss://mine.example'],
    ],
    [
      'another port',
      { url: 'wss://mine.example:444/' },
      ['go to wss://mine.example:444 instead of wss://mine.example'],
    ],
    [
      'no encryption',
      { url: 'ws://mine.example/' },
      ['go to ws://mine.example instead of wss://mine.example'],
    ],
    [
      'a host before which another stands as a user',
      { url: 'wss://mine.example@evil.example/' },
      ['go to wss://evil.example instead of wss://mine.example'],
    ],
    ['what is no URL', { url: '{{host}}/chat?k=1' }, ['go to {{host}}/chat instead of wss://mine.example']],
    ['any certificate', withTls({ verifiesCertificate: false }), ['go to whatever has any certificate']],
    ['an authority of its own', withTls({ caPem: 'PEM' }), ['go to what another authority vouches for']],
    [
      'another name',
      withTls({ serverName: 'evil.example' }),
      ['go to what has a certificate for another name'],
    ],
    [
      'a proxy',
      { options: { ...options, proxy: { kind: 'url', url: { kind: 'text', text: 'http://evil.example' } } } },
      ['go through another proxy'],
    ],
    ['a token from elsewhere', { tokenSource }, ['go to https://evil.example for a token']],
  ])('are told of %s', (_, fields, risks) => {
    expect(secretRisks(MINE, theirs(fields))).toEqual(risks);
  });

  it('are none where no secret would be kept', () => {
    expect(secretRisks(MINE, theirs({ url: 'wss://evil.example/', parameters: [], headers: [] }))).toEqual(
      [],
    );
  });
});

describe('a token that is offered as a subprotocol', () => {
  const TOKEN = 'bearer.eyJhbGciOiJIUzI1NiJ9aB3dE5fG7hJ9';
  const [mine, file] = [TOKEN, TOKEN_SUBPROTOCOL].map((value) =>
    newProfile('p', 0, {
      url: 'wss://mine.example/chat',
      subprotocols: [
        { id: '1', value: 'chat', isEnabled: true },
        { id: '2', value, isEnabled: true },
      ],
    }),
  ) as [Profile, Profile];

  it('is in no file: a variable stands there that asks each device for its own', () => {
    expect(toFileProfile(mine).subprotocols).toEqual(toFileProfile(file).subprotocols);
    expect(JSON.stringify(toFileProfile(mine))).not.toContain(TOKEN);
  });

  it('stays on the device that has it, unless the person wants none to go along', () => {
    const values = (keepsSecrets: boolean) =>
      updateProfile(mine, file, keepsSecrets).subprotocols.map(({ value }) => value);
    expect(values(true)).toEqual(['chat', TOKEN]);
    expect(values(false)).toEqual(['chat', TOKEN_SUBPROTOCOL]);
  });

  it('is a secret that should not simply go elsewhere', () => {
    expect(secretRisks(mine, { ...file, url: 'wss://theirs.example/chat' })).toEqual([
      'go to wss://theirs.example instead of wss://mine.example',
    ]);
  });
});
