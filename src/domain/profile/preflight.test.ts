import { describe, expect, it } from 'vitest';
import { encodeBase64Url } from '../format/base64Url.ts';
import { applyFix } from './applyFix.ts';
import { newProfile } from './newProfile.ts';
import { preflight } from './preflight.ts';
import type { Field, Profile } from './profile.ts';
import { withAdvice } from './profileProblem.ts';
import { describeJwt, readJwt } from './readJwt.ts';

/** 2026-11-22 12:00:00 UTC. */
const NOW = 1_795_348_800_000;
const NOW_S = NOW / 1_000;

function jwt(claims: object): string {
  const part = (value: object) => encodeBase64Url(new TextEncoder().encode(JSON.stringify(value)));
  return `${part({ alg: 'HS256' })}.${part(claims)}.c2ln`;
}

function field(name: string, text: string): Field {
  return { id: `f-${name}`, name, value: { kind: 'text', text }, isEnabled: true };
}

function warningsOf(fields: Partial<Profile>) {
  const warnings = preflight(newProfile('p', 0, fields), {}, NOW).map(withAdvice);
  return warnings.map(({ at, fieldId, message }) => [at, fieldId, message]);
}

/** What the fixes of all warnings do, and the profile that each makes. */
function fixesOf(fields: Partial<Profile>) {
  const profile = newProfile('p', 0, fields);
  const actions = preflight(profile, {}, NOW).flatMap(({ fixes }) => fixes.map(({ action }) => action));
  return actions.map((action) => ({ action, after: action === null ? null : applyFix(profile, action) }));
}

const HUB = 'wss://name.webpubsub.azure.com/client/hubs/chat';
const AWS = 'wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com';

describe('preflight', () => {
  it.each<[what: string, fields: Partial<Profile>, at: string, fieldId: string | null, says: RegExp]>([
    [
      'a token that has expired',
      { url: HUB, parameters: [field('access_token', jwt({ exp: NOW_S - 60 }))] },
      'parameters',
      'f-access_token',
      /^This token has expired/,
    ],
    [
      'a token that is not valid yet, in a header',
      { url: 'wss://a.example/', headers: [field('Authorization', `Bearer ${jwt({ nbf: NOW_S + 90 })}`)] },
      'headers',
      'f-Authorization',
      /not valid before 1 min 30 s from now/,
    ],
    [
      'a token for another hub',
      {
        url: HUB,
        parameters: [
          field('access_token', jwt({ aud: 'https://name.webpubsub.azure.com/client/hubs/other' })),
        ],
      },
      'parameters',
      'f-access_token',
      /meant for https:\/\/name\.webpubsub\.azure\.com\/client\/hubs\/other/,
    ],
    [
      'an expired token in a subprotocol',
      {
        url: 'wss://a.example/',
        subprotocols: [{ id: 's1', value: `bearer.${jwt({ exp: 1 })}`, isEnabled: true }],
      },
      'subprotocols',
      's1',
      /has expired/,
    ],
    ['no token for Web PubSub', { url: HUB }, 'parameters', null, /^No access token/],
    [
      'no key for API Management',
      { url: 'wss://svc.azure-api.net/wsapi' },
      'parameters',
      null,
      /^No subscription key/,
    ],
    [
      'a path after a hub’s suffix',
      {
        url: 'wss://svc.azure-api.net/client/hubs/chat/room1?access_token=x',
        parameters: [field('subscription-key', 'k')],
      },
      'url',
      null,
      /suffix\. End the path with \/client\/hubs\/chat,/,
    ],
    [
      'a query over 2,048 bytes for API Management',
      { url: 'wss://svc.azure-api.net/wsapi', parameters: [field('subscription-key', 'k'.repeat(2_040))] },
      'url',
      null,
      /v2 tiers take 2048/,
    ],
    ['no stage', { url: AWS }, 'url', null, /^The stage is missing/],
    [
      'no stage at the local gateway',
      { url: 'ws://127.0.0.1:4113/', gateway: 'aws' },
      'url',
      null,
      /^The stage is missing/,
    ],
    ['a path after the stage', { url: `${AWS}/dev/chat` }, 'url', null, /^Nothing may follow the stage/],
    [
      'a stage on a custom domain',
      { url: 'wss://ws.example.com/chat/prod', gateway: 'aws' },
      'url',
      null,
      /^\/prod looks like a stage\..* Remove \/prod/,
    ],
    [
      'a URL over 4,096 bytes for AWS',
      { url: `${AWS}/dev?x=${'y'.repeat(4_096)}` },
      'url',
      null,
      /AWS takes 4096/,
    ],
    [
      'a URL over 16,384 bytes for IBM',
      { url: `wss://api.example.com/org/c/api?x=${'y'.repeat(16_384)}`, gateway: 'ibm' },
      'url',
      null,
      /DataPower takes 16384/,
    ],
    [
      'a subprotocol that is no token',
      { subprotocols: [{ id: 'first', value: 'chat room', isEnabled: true }] },
      'subprotocols',
      'first',
      /a space \(character 5\).* The companion sends it as it stands/,
    ],
    [
      'a subprotocol twice',
      { subprotocols: ['first', 'second'].map((id) => ({ id, value: 'chat', isEnabled: true })) },
      'subprotocols',
      'second',
      /^“chat” is offered twice/,
    ],
    [
      'a parameter twice',
      { url: 'wss://a.example/', parameters: [field('a', '1'), { ...field('a', '2'), id: 'second' }] },
      'parameters',
      'second',
      /^a is there twice/,
    ],
    [
      'a parameter that the URL has too',
      { url: 'wss://a.example/?a=1', parameters: [field('a', '2')] },
      'parameters',
      'f-a',
      /^a is in the URL too/,
    ],
    [
      'a parameter twice in the URL',
      { url: 'wss://a.example/?a=1&a=2&a=3' },
      'url',
      null,
      /^a is in the URL/,
    ],
    [
      'a credential without encryption',
      { url: 'ws://api.example.com/', parameters: [field('apikey', 'k')] },
      'url',
      null,
      /not encrypted/,
    ],
    [
      'a token in a subprotocol without encryption',
      {
        url: 'ws://api.example.com/',
        subprotocols: [{ id: 's', value: `bearer.${jwt({ exp: NOW_S + 60 })}`, isEnabled: true }],
      },
      'url',
      null,
      /not encrypted/,
    ],
    [
      'a request line over 7,168 bytes for Apigee',
      { url: `wss://org-test.apigee.net/v1?x=${'y'.repeat(7_168)}`, gateway: 'apigee' },
      'url',
      null,
      /Apigee Edge is known to refuse more than 7168/,
    ],
    [
      'id and secret in two places',
      {
        url: 'wss://gw.example/org/cat/api',
        gateway: 'ibm',
        parameters: [field('client_id', 'a')],
        headers: [field('X-IBM-Client-Secret', 'b')],
      },
      'headers',
      null,
      /from one place/,
    ],
  ])('warns of %s', (_what, fields, at, fieldId, says) => {
    expect(warningsOf(fields)).toEqual([[at, fieldId, expect.stringMatching(says)]]);
  });

  it.each<[what: string, fields: Partial<Profile>]>([
    ['a good token', { url: HUB, parameters: [field('access_token', jwt({ exp: NOW_S + 60 }))] }],
    ['a path of a custom domain', { url: 'wss://ws.example.com/chat/room', gateway: 'aws' }],
    ['the mapping of a custom domain', { url: 'wss://ws.example.com/chat', gateway: 'aws' }],
    ['a stage at an address in numbers', { url: 'ws://127.0.0.1:4113/dev', gateway: 'aws' }],
    [
      'a path that may be the whole suffix',
      { url: 'wss://svc.azure-api.net/a/b/c', parameters: [field('subscription-key', 'k')] },
    ],
    ['a credential to this machine', { url: 'ws://127.0.0.1:4111/', parameters: [field('apikey', 'k')] }],
    ['a credential within the network', { url: 'ws://192.168.1.7/', parameters: [field('apikey', 'k')] }],
    [
      'a row that is switched off',
      {
        url: HUB,
        parameters: [
          field('access_token', 'x'),
          { ...field('access_token', jwt({ exp: 1 })), isEnabled: false },
        ],
      },
    ],
  ])('is silent about %s', (_what, fields) => {
    expect(warningsOf(fields)).toEqual([]);
  });
});

describe('the fixes of preflight', () => {
  it.each<[what: string, fields: Partial<Profile>, after: Partial<Profile>]>([
    [
      'a path after the suffix',
      { url: 'wss://svc.azure-api.net/client/hubs/chat/x?subscription-key=k&access_token=t' },
      { url: 'wss://svc.azure-api.net/client/hubs/chat?subscription-key=k&access_token=t' },
    ],
    ['no stage', { url: AWS }, { url: `${AWS}/stage` }],
    ['a path after the stage', { url: `${AWS}/dev/chat?a=1` }, { url: `${AWS}/dev?a=1` }],
    [
      'a stage on a custom domain',
      { url: 'wss://ws.example.com/dev', gateway: 'aws' },
      { url: 'wss://ws.example.com/' },
    ],
    [
      'a mapping and a stage',
      { url: 'wss://ws.example.com/chat/dev', gateway: 'aws' },
      { url: 'wss://ws.example.com/chat' },
    ],
    [
      'a credential without encryption',
      { url: 'ws://a.example/?apikey=k' },
      { url: 'wss://a.example/?apikey=k' },
    ],
    [
      'a parameter twice',
      { url: 'wss://a.example/', parameters: [field('a', '1'), { ...field('a', '2'), id: 'b' }] },
      { parameters: [field('a', '1')] },
    ],
    [
      'a parameter that the URL has too',
      { url: 'wss://a.example/?a=1', parameters: [field('a', '2')] },
      { parameters: [] },
    ],
    [
      'no token',
      { url: HUB },
      { parameters: [{ ...field('access_token', ''), id: 'parameter-access_token' }] },
    ],
    [
      'no key',
      { url: 'wss://svc.azure-api.net/wsapi' },
      { parameters: [{ ...field('subscription-key', ''), id: 'parameter-subscription-key' }] },
    ],
  ])('mend %s', (_what, fields, after) => {
    const fixes = fixesOf(fields);
    expect(fixes).toHaveLength(1);
    expect(fixes[0]?.after).toEqual({ ...newProfile('p', 0, fields), ...after });
  });

  it('offer both ways of putting an ID and its secret into one place', () => {
    const id = field('client_id', 'a');
    const secret = field('X-IBM-Client-Secret', 'b');
    const split = {
      url: 'wss://gw.example/org/cat/api',
      gateway: 'ibm',
      parameters: [id],
      headers: [secret],
    } as const;
    expect(fixesOf(split).map(({ after }) => [after?.parameters, after?.headers])).toEqual([
      [[id, { ...secret, name: 'client_secret' }], []],
      [[], [secret, { ...id, name: 'X-IBM-Client-Id' }]],
    ]);
  });
});

describe('describeJwt', () => {
  it.each([
    [{ sub: 'ada', exp: NOW_S + 720 }, 'sub ada · expires in 12 min'],
    [{ exp: NOW_S - 5 }, 'expired 5 s ago'],
    [{ sub: 'ada', nbf: NOW_S + 60 }, 'sub ada · valid in 1 min · never expires'],
    [{ aud: ['a', 'b'], exp: NOW_S + 1 }, 'expires in 1 s · aud a, b'],
  ])('%o reads %s', (claims, text) => {
    const token = readJwt(jwt(claims));
    expect(token === null ? null : describeJwt(token, NOW)).toBe(text);
  });

  it.each(['', 'abc', 'eyJhbGciOiJIUzI1NiJ9.bm8.x', 'subscription-key'])(
    'finds no token in “%s”',
    (value) => {
      expect(readJwt(value)).toBeNull();
    },
  );
});
