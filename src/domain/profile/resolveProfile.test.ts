import { describe, expect, it } from 'vitest';
import { DEFAULT_CONNECT_OPTIONS } from '../connection/connectionRequest.ts';
import { DEFAULT_PROFILE_OPTIONS, newProfile } from './newProfile.ts';
import type { Field, Profile, Secrets } from './profile.ts';
import { resolveProfile, type ProfileProblem } from './resolveProfile.ts';

const PRIVATE_KEY = '-----BEGIN PRIVATE KEY-----\nMC4=\n-----END PRIVATE KEY-----';

function text(id: string, name: string, value: string, isEnabled = true): Field {
  return { id, name, value: { kind: 'text', text: value }, isEnabled };
}

function problemsOf(fields: Partial<Profile>, secrets: Secrets = {}): readonly ProfileProblem[] {
  const resolved = resolveProfile(newProfile('p', 0, { url: 'wss://host/', ...fields }), secrets);
  return resolved.ok ? [] : resolved.problems;
}

function urlOf(fields: Partial<Profile>, secrets: Secrets = {}): string | null {
  const resolved = resolveProfile(newProfile('p', 0, fields), secrets);
  return resolved.ok ? resolved.request.url : null;
}

describe('resolveProfile', () => {
  it('makes the request of a profile, secrets filled in', () => {
    const profile = newProfile('p', 0, {
      url: ' wss://contoso.azure-api.net/client/hubs/chat ',
      parameters: [
        { id: 'a', name: 'subscription-key', value: { kind: 'secret', secretId: 's' }, isEnabled: true },
        text('b', 'room', 'two words'),
        text('c', 'off', '1', false),
        text('d', '', ''),
      ],
      headers: [text('e', 'X-Tenant', 'contoso'), text('f', '', '')],
      subprotocols: [
        { id: 'g', value: 'json.webpubsub.azure.v1', isEnabled: true },
        { id: 'h', value: 'other', isEnabled: false },
        { id: 'i', value: '', isEnabled: true },
      ],
      origin: 'https://app.example.com',
    });
    expect(resolveProfile(profile, { s: 'k&1' })).toEqual({
      ok: true,
      request: {
        transport: 'companion',
        url: 'wss://contoso.azure-api.net/client/hubs/chat?subscription-key=k%261&room=two%20words',
        headers: [{ name: 'X-Tenant', value: 'contoso' }],
        origin: 'https://app.example.com',
        subprotocols: ['json.webpubsub.azure.v1'],
        maxFrameBytes: null,
        options: DEFAULT_CONNECT_OPTIONS,
      },
    });
  });

  it.each([
    ['wss://host', 'wss://host/?b=2'],
    ['wss://host/p?', 'wss://host/p?b=2'],
    ['wss://host/p?a=1', 'wss://host/p?a=1&b=2'],
    ['wss://host/p?a=1&', 'wss://host/p?a=1&b=2'],
    ['wss://host/p?sig=a%2Bb==', 'wss://host/p?sig=a%2Bb==&b=2'],
    ['WSS://HOST:443/P', 'wss://host/P?b=2'],
  ])('puts parameters behind the query of %s', (url, resolved) => {
    expect(urlOf({ url, parameters: [text('x', 'b', '2')] })).toBe(resolved);
  });

  it.each<[string, Profile['gateway'], number | null]>([
    ['wss://a1b2c3.execute-api.eu-central-1.amazonaws.com/dev', 'auto', 32_768],
    ['wss://ws.example.com/chat', 'aws', 32_768],
    ['wss://ws.example.com/chat', 'auto', null],
    ['wss://a1b2c3.execute-api.eu-central-1.amazonaws.com/dev', 'apigee', null],
  ])('asks at %s, gateway %s, for frames of at most %s bytes', (url, gateway, maxFrameBytes) => {
    expect(resolveProfile(newProfile('p', 0, { url, gateway }), {})).toMatchObject({
      request: { maxFrameBytes },
    });
  });

  it('sends a secret that this device does not hold empty', () => {
    const parameters: Field[] = [
      { id: 'a', name: 'apikey', value: { kind: 'secret', secretId: 'gone' }, isEnabled: true },
    ];
    expect(urlOf({ url: 'wss://host/', parameters })).toBe('wss://host/?apikey=');
  });

  it.each([
    ['', 'Enter the gateway’s URL, for example wss://gateway.example.com/chat.'],
    [
      'gateway.example.com/chat',
      'This is not a whole URL: it begins with wss:// (or ws:// without TLS), then the host.',
    ],
    [
      'https://host/',
      'WebSocket URLs do not begin with https://. Write wss:// instead: it is the same host and port.',
    ],
    [
      'http://host/',
      'WebSocket URLs do not begin with http://. Write ws:// instead: it is the same host and port.',
    ],
    ['ftp://host/', 'ftp:// is not a WebSocket scheme: the URL begins with wss:// or ws://.'],
    ['wss://', 'The URL has no host: write it after wss://, for example wss://gateway.example.com/chat.'],
    ['ws:///path', 'The URL has no host: write it after ws://, for example ws://gateway.example.com/chat.'],
    ['wss://?a=1', 'The URL has no host: write it after wss://, for example wss://gateway.example.com/chat.'],
    ['wss://host:99999/', 'This is not a URL that can be dialled: check the host and the port.'],
    ['wss://ho st/', 'This is not a URL that can be dialled: check the host and the port.'],
    [
      'wss://host/#top',
      'A WebSocket URL has no fragment: remove the part from # on, or write %23 where # belongs to a value.',
    ],
    [
      'wss://user:pass@host/',
      'A user name and password cannot stand in a WebSocket URL: remove them, and send an Authorization header with “Basic …” in the Companion transport.',
    ],
  ])('does not dial “%s”', (url, message) => {
    expect(problemsOf({ url })).toEqual([{ at: 'url', fieldId: null, message }]);
  });

  it('names the row of a header that cannot be sent', () => {
    const headers = [
      text('a', 'X Tenant', 'contoso'),
      text('b', 'Host', 'other'),
      text('c', 'X-Note', 'one\r\ntwo'),
      text('d', 'X-Fine', 'fine'),
    ];
    expect(problemsOf({ headers }).map(({ at, fieldId }) => `${at} ${fieldId}`)).toEqual([
      'headers a',
      'headers b',
      'headers c',
    ]);
  });

  it('names for a browser the row of a subprotocol that is no token, and the second of two alike', () => {
    const subprotocols = ['a b', 'chat', 'chat'].map((value, index) => ({
      id: String(index),
      value,
      isEnabled: true,
    }));
    expect(problemsOf({ transport: 'companion', subprotocols })).toEqual([]);
    expect(problemsOf({ transport: 'browser', subprotocols })).toEqual([
      { at: 'subprotocols', fieldId: '0', message: expect.stringContaining('a space') as string },
      {
        at: 'subprotocols',
        fieldId: '2',
        message: '“chat” is offered twice: remove one of the two. Browsers refuse such a list.',
      },
    ]);
  });

  it('takes from the companion no subprotocol that breaks the line', () => {
    const subprotocols = [{ id: '0', value: 'chat\r\nX: 1', isEnabled: true }];
    expect(problemsOf({ transport: 'companion', subprotocols })).toMatchObject([
      { at: 'subprotocols', fieldId: '0', message: expect.stringContaining('a line break') as string },
    ]);
  });

  it.each([49, 600_001, 0.5, Number.NaN])('refuses a time limit of %d ms', (tcpMs) => {
    const limits = { ...DEFAULT_PROFILE_OPTIONS.limits, tcpMs };
    expect(problemsOf({ options: { ...DEFAULT_PROFILE_OPTIONS, limits } })).toEqual([
      {
        at: 'options',
        fieldId: 'tcpMs',
        message: 'The time limit for TCP is a whole number from 50 to 600000 milliseconds.',
      },
    ]);
  });

  it('wants certificate and key together, as PEM', () => {
    const tls = {
      ...DEFAULT_PROFILE_OPTIONS.tls,
      caPem: 'ca.pem',
      clientKeyPem: { kind: 'secret', secretId: 'key' },
    } as const;
    const problems = problemsOf({ options: { ...DEFAULT_PROFILE_OPTIONS, tls } }, { key: PRIVATE_KEY });
    expect(problems).toEqual([
      {
        at: 'options',
        fieldId: 'caPem',
        message: 'The certificate authority is not PEM text: it has a line “-----BEGIN CERTIFICATE-----”.',
      },
      {
        at: 'options',
        fieldId: 'clientCertificatePem',
        message: 'The client key needs its certificate: add the certificate, or remove the key.',
      },
    ]);
  });

  it.each(['proxy.example.com', 'socks5://proxy:1080', ''])('refuses “%s” as a proxy', (url) => {
    const proxy = { kind: 'url', url: { kind: 'text', text: url } } as const;
    expect(problemsOf({ options: { ...DEFAULT_PROFILE_OPTIONS, proxy } })).toEqual([
      {
        at: 'options',
        fieldId: 'proxy',
        message: 'The proxy is an http:// or https:// URL, for example http://proxy.example.com:8080.',
      },
    ]);
  });

  it('refuses keep-alive and reconnection that cannot be carried out', () => {
    const keepAlive = { kind: 'ping', everyMs: 10 } as const;
    const reconnect = { kind: 'backoff', maxAttempts: 0, firstDelayMs: 1_000, maxDelayMs: 1_000 } as const;
    expect(problemsOf({ keepAlive, reconnect }).map(({ fieldId }) => fieldId)).toEqual([
      'keepAliveEvery',
      'reconnectAttempts',
    ]);
  });

  it('says everything that is wrong at once', () => {
    const problems = problemsOf({ url: '', headers: [text('a', 'Host', 'x')], origin: 'a\nb' });
    expect(problems.map(({ at }) => at)).toEqual(['url', 'headers', 'options']);
  });
});
