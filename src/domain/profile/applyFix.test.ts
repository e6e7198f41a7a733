import { describe, expect, it } from 'vitest';
import type { FixAction } from '../gateway/fixAction.ts';
import { applyFix } from './applyFix.ts';
import { describeFix, needsTyping } from './describeFix.ts';
import { newProfile } from './newProfile.ts';
import type { Field, Profile } from './profile.ts';

const KEY: Field = {
  id: 'f1',
  name: 'apikey',
  value: { kind: 'secret', secretId: 's1' },
  isEnabled: true,
};
const HEADER: Field = { ...KEY, name: 'x-api-key' };

function profileWith(fields: Partial<Profile>): Profile {
  return newProfile('p1', 0, { url: 'wss://api.example.com/a/b?v=1', ...fields });
}

describe('applyFix', () => {
  it.each<[string, FixAction, Partial<Profile>, Partial<Profile>]>([
    [
      'adds a query parameter for the person to fill in',
      { kind: 'add-parameter', name: 'apikey' },
      {},
      {
        parameters: [
          { id: 'parameter-apikey', name: 'apikey', value: { kind: 'text', text: '' }, isEnabled: true },
        ],
      },
    ],
    [
      'switches a parameter of that name on instead of adding a second',
      { kind: 'add-parameter', name: 'apikey' },
      { parameters: [{ ...KEY, isEnabled: false }] },
      { parameters: [KEY] },
    ],
    [
      'adds a header, and the transport that can send it',
      { kind: 'add-header', name: 'x-apikey' },
      { transport: 'browser' },
      {
        transport: 'companion',
        headers: [
          { id: 'header-x-apikey', name: 'x-apikey', value: { kind: 'text', text: '' }, isEnabled: true },
        ],
      },
    ],
    [
      'renames a parameter, which keeps its secret',
      { kind: 'rename-parameter', from: 'apikey', to: 'key' },
      { parameters: [KEY] },
      { parameters: [{ ...KEY, name: 'key' }] },
    ],
    [
      'renames a header',
      { kind: 'rename-header', from: 'x-api-key', to: 'x-apikey' },
      { headers: [HEADER] },
      { headers: [{ ...HEADER, name: 'x-apikey' }] },
    ],
    [
      'moves a header to the query, which keeps its secret; an empty row of that name goes',
      { kind: 'move-header-to-query', header: 'X-API-Key', parameter: 'apikey' },
      { headers: [HEADER], parameters: [{ ...KEY, id: 'f2', value: { kind: 'text', text: '' } }] },
      { headers: [], parameters: [KEY] },
    ],
    [
      'moves a parameter to a header, under an id of its own',
      { kind: 'move-parameter-to-header', parameter: 'apikey', header: 'x-api-key' },
      { parameters: [KEY], headers: [{ ...HEADER, name: 'x-other' }], transport: 'browser' },
      {
        parameters: [],
        headers: [
          { ...HEADER, name: 'x-other' },
          { ...HEADER, id: 'f1-2' },
        ],
        transport: 'companion',
      },
    ],
    [
      'removes parameters',
      { kind: 'remove-parameters', names: ['apikey'] },
      { parameters: [KEY] },
      { parameters: [] },
    ],
    [
      'keeps the first of the rows that are sent under one name',
      { kind: 'keep-first-parameter', name: 'apikey' },
      {
        parameters: [
          { ...KEY, id: 'off', isEnabled: false },
          KEY,
          { ...KEY, id: 'second' },
          { ...KEY, id: 'other', name: 'room' },
        ],
      },
      { parameters: [{ ...KEY, id: 'off', isEnabled: false }, KEY, { ...KEY, id: 'other', name: 'room' }] },
    ],
    [
      'sets the path and keeps the query',
      { kind: 'set-path', path: '/a' },
      {},
      { url: 'wss://api.example.com/a?v=1' },
    ],
    [
      'adds a stage to write over',
      { kind: 'add-stage' },
      { url: 'wss://a.example.com' },
      { url: 'wss://a.example.com/stage' },
    ],
    ['sets the scheme', { kind: 'set-scheme', scheme: 'ws' }, {}, { url: 'ws://api.example.com/a/b?v=1' }],
    [
      'switches the transport',
      { kind: 'switch-transport', transport: 'companion' },
      { transport: 'browser' },
      { transport: 'companion' },
    ],
    [
      'offers a subprotocol',
      { kind: 'offer-subprotocol', subprotocol: 'chat.v1' },
      {},
      { subprotocols: [{ id: 'subprotocol-chat.v1', value: 'chat.v1', isEnabled: true }] },
    ],
    [
      'stops offering subprotocols',
      { kind: 'stop-offering-subprotocols' },
      { subprotocols: [{ id: 'a', value: 'chat.v1', isEnabled: true }] },
      { subprotocols: [{ id: 'a', value: 'chat.v1', isEnabled: false }] },
    ],
  ])('%s', (_what, action, before, after) => {
    const profile = profileWith(before);
    expect(applyFix(profile, action)).toEqual({ ...profile, ...after });
  });

  it('changes options alone where the fix is about one', () => {
    const { options } = profileWith({});
    const optionsAfter = (action: FixAction) => applyFix(profileWith({}), action).options;
    expect(optionsAfter({ kind: 'accept-any-certificate' })).toEqual({
      ...options,
      tls: { ...options.tls, verifiesCertificate: false },
    });
    expect(optionsAfter({ kind: 'set-server-name', serverName: 'a.example' }).tls.serverName).toBe(
      'a.example',
    );
    expect(optionsAfter({ kind: 'stop-offering-compression' }).offersCompression).toBe(false);
    expect(optionsAfter({ kind: 'bypass-proxy' }).proxy).toEqual({ kind: 'none' });
    expect(optionsAfter({ kind: 'allow-more-time', limit: 'dnsMs' }).limits.dnsMs).toBe(10_000);
  });

  it.each<[FixAction, Partial<Profile>]>([
    [{ kind: 'add-parameter', name: 'apikey' }, { parameters: [KEY] }],
    [{ kind: 'rename-parameter', from: 'token', to: 'key' }, { parameters: [KEY] }],
    [{ kind: 'move-header-to-query', header: 'x-other', parameter: 'apikey' }, { headers: [HEADER] }],
    [{ kind: 'keep-first-parameter', name: 'apikey' }, { parameters: [KEY] }],
    [{ kind: 'set-path', path: '/a/b' }, {}],
    [{ kind: 'set-path', path: '/a' }, { url: 'not a url' }],
    [{ kind: 'add-stage' }, {}],
    [{ kind: 'set-scheme', scheme: 'wss' }, {}],
    [{ kind: 'switch-transport', transport: 'companion' }, {}],
    [{ kind: 'stop-offering-subprotocols' }, {}],
  ])('returns the very same profile when there is nothing to change: %o', (action, fields) => {
    const profile = profileWith(fields);
    expect(applyFix(profile, action)).toBe(profile);
  });
});

describe('describeFix', () => {
  it('says what applying does', () => {
    expect(describeFix({ kind: 'rename-parameter', from: 'apikey', to: 'key' })).toBe(
      'rename the query parameter apikey to key',
    );
  });
});

describe('needsTyping', () => {
  it('is so of what adds something empty', () => {
    expect(needsTyping({ kind: 'add-parameter', name: 'apikey' })).toBe(true);
    expect(needsTyping({ kind: 'set-scheme', scheme: 'ws' })).toBe(false);
  });
});
