import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PROFILE_OPTIONS } from '../newProfile.ts';
import type { Profile, Secrets } from '../profile.ts';
import { SNIPPET_TARGET_IDS, SNIPPET_TARGETS } from './snippets.ts';
import type { SnippetText } from './snippetText.ts';
import { COMMON, FULL, secretField, sourceOf, textField } from './testing/exampleSources.ts';
import { toSnippetRequest, type SnippetSource } from './toSnippetRequest.ts';
import { variablesOf } from './variablesOf.ts';

/** A text with `$NAME` where a secret stands. */
function shown(text: SnippetText): string {
  return text.map((part) => (part.kind === 'text' ? part.text : `$${part.variable}`)).join('');
}

function urlOf(fields: Partial<Profile>, secrets: Secrets = {}): string {
  return shown(toSnippetRequest(sourceOf(fields, secrets), false).url);
}

function messageOf(text: string, secrets: Secrets = {}): string {
  const parameters = Object.keys(secrets).map((id) => secretField('subscription-key', id));
  const source = sourceOf({ url: 'wss://host.example/', parameters }, secrets, { kind: 'text', text });
  const { message } = toSnippetRequest(source, false);
  return message?.kind === 'text' ? shown(message.text) : '';
}

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1c2VyMSJ9.c2lnbmF0dXJl';

describe('toSnippetRequest', () => {
  it.each<[string, Partial<Profile>, Secrets, string]>([
    [
      'a parameter that is kept as a secret, by any name',
      { url: 'wss://host.example/p?a=1', parameters: [secretField('who', 's')] },
      { s: 'k&1' },
      'wss://host.example/p?a=1&who=$POSTERN_WHO',
    ],
    [
      'a secret that this device does not hold',
      { url: 'wss://host.example/', parameters: [secretField('apikey', 'gone')] },
      {},
      'wss://host.example/?apikey=$POSTERN_APIKEY',
    ],
    [
      'a credential in the clear, by its name',
      { url: 'wss://host.example/?access_token=abc&room=1' },
      {},
      'wss://host.example/?access_token=$POSTERN_ACCESS_TOKEN&room=1',
    ],
    [
      'a credential in the clear, by its shape',
      { url: `wss://host.example/?${JWT}` },
      {},
      'wss://host.example/?$POSTERN_QUERY',
    ],
    [
      'a secret that stands in the path as well',
      { url: 'wss://host.example/k3y-1234/p', parameters: [secretField('apikey', 's')] },
      { s: 'k3y-1234' },
      'wss://host.example/$POSTERN_APIKEY/p?apikey=$POSTERN_APIKEY',
    ],
    [
      'two secrets of one name',
      {
        url: 'wss://host.example/',
        parameters: [secretField('key', 's'), { ...secretField('Key', 't'), id: '2' }],
      },
      { s: 'one1', t: 'two2' },
      'wss://host.example/?key=$POSTERN_KEY&Key=$POSTERN_KEY_2',
    ],
  ])('leaves to the environment %s', (_what, fields, secrets, url) => {
    expect(urlOf(fields, secrets)).toBe(url);
  });

  it.each([
    ['{"token": "abc", "room": "1"}', '{"token": "$POSTERN_TOKEN", "room": "1"}'],
    [`{"id":"${JWT}"}`, '{"id":"$POSTERN_ID"}'],
    ['say k"ey-1 aloud', 'say $POSTERN_SUBSCRIPTION_KEY aloud'],
    [String.raw`{"say":"k\"ey-1"}`, '{"say":"$POSTERN_SUBSCRIPTION_KEY"}'],
  ])('hides the secrets of the message %s', (text, message) => {
    expect(messageOf(text, { s: 'k"ey-1' })).toBe(message);
  });

  it('hides the token of a header in a message that has it without its scheme', () => {
    const fields = { url: 'wss://host.example/', headers: [secretField('Authorization', 's')] };
    const source = sourceOf(fields, { s: 'Bearer t0k3n' }, { kind: 'text', text: 'login t0k3n' });
    const { message } = toSnippetRequest(source, false);
    expect(message?.kind === 'text' && shown(message.text)).toBe('login $POSTERN_SECRET');
  });

  it('takes headers and subprotocols that look like credentials for secrets', () => {
    const source = sourceOf({
      url: 'wss://host.example/',
      headers: [textField('Authorization', 'Bearer abc'), textField('X-Id', JWT), textField('X-Tenant', 'a')],
      subprotocols: [
        { id: '1', value: 'chat', isEnabled: true },
        { id: '2', value: JWT, isEnabled: true },
      ],
    });
    const { headers, subprotocols } = toSnippetRequest(source, false);
    expect(headers.map(({ name, value }) => `${name}: ${shown(value)}`)).toEqual([
      'Authorization: $POSTERN_AUTHORIZATION',
      'X-Id: $POSTERN_X_ID',
      'X-Tenant: a',
    ]);
    expect(subprotocols.map(({ value }) => shown(value))).toEqual(['chat', '$POSTERN_SUBPROTOCOL']);
  });

  it('takes a proxy URL with a password for a secret', () => {
    const proxy = { kind: 'url', url: { kind: 'text', text: 'http://me:pw@proxy.example:8080' } } as const;
    const source = sourceOf({
      url: 'wss://host.example/',
      options: { ...DEFAULT_PROFILE_OPTIONS, proxy },
    });
    expect(variablesOf(toSnippetRequest(source, false))).toEqual(['POSTERN_PROXY_URL']);
  });

  it('says all of it in place when the person asks for that', () => {
    const request = toSnippetRequest(FULL, true);
    expect(variablesOf(request)).toEqual([]);
    expect(shown(request.url)).toBe(FULL.request.url);
    expect(request.headers.map(({ value }) => shown(value))).toEqual(['Bearer t0k3n', '1', '2']);
  });

  it('says that expectations are left out of all but a test', () => {
    const expectations = [{ id: 'e1', kind: 'opens', withinMs: 2_000 }] as const;
    const source = sourceOf({ url: 'wss://a.example/', expectations });
    for (const id of SNIPPET_TARGET_IDS) {
      const code = SNIPPET_TARGETS[id].write(toSnippetRequest(source, false));
      expect([id, code.includes('The expectations of the profile are left out')]).toEqual([
        id,
        id !== 'playwright',
      ]);
    }
  });

  it('leaves out a message that is too long for a snippet', () => {
    const long: SnippetSource = { ...COMMON, message: { kind: 'text', text: 'a'.repeat(16 * 1024 + 1) } };
    expect(toSnippetRequest(long, false)).toMatchObject({
      message: null,
      notes: ['The message in the composer is left out: its 16.4 kB are too long for a snippet.'],
    });
  });

  it('leaves out a binary message with a secret in it, unless the person asks for that', () => {
    const bytes = new TextEncoder().encode('\0k3y-0f-c0nt0s0\0');
    const source: SnippetSource = { ...COMMON, message: { kind: 'binary', bytes } };
    expect(toSnippetRequest(source, false)).toMatchObject({
      message: null,
      notes: ['The message in the composer is left out: it has a secret in it.'],
    });
    expect(toSnippetRequest(source, true).message).toEqual({ kind: 'binary', bytes });
  });
});

describe('every snippet', () => {
  /** No language writes these in another way. */
  const secret = fc.stringMatching(/^[a-z]{4}-[a-z0-9]{4,12}$/).map((text) => `zq${text}`);

  it.each(SNIPPET_TARGET_IDS)('of %s has no secret in it, unless the person asks for that', (id) => {
    fc.assert(
      fc.property(fc.uniqueArray(secret, { minLength: 5, maxLength: 5 }), (values) => {
        const [one = '', two = '', three = '', four = '', five = ''] = values;
        const source = sourceOf(
          {
            ...FULL.profile,
            url: `wss://host.example/${one}/`,
            subprotocols: [{ id: '1', value: `key.${two}`, isEnabled: true }],
          },
          { ...FULL.secrets, s1: one, s2: two, s4: three, s5: `http://me:${four}@proxy.example:8080` },
          { kind: 'text', text: `{"a":"${one}","password":"${five}"}` },
        );
        const code = SNIPPET_TARGETS[id].write(toSnippetRequest(source, false));
        expect(values.filter((value) => code.includes(value))).toEqual([]);
        expect(SNIPPET_TARGETS[id].write(toSnippetRequest(source, true))).toContain(one);
      }),
      { numRuns: 30 },
    );
  });
});
