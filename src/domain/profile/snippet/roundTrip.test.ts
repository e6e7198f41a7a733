import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConnectionRequest } from '../../connection/connectionRequest.ts';
import { DEFAULT_PROFILE_OPTIONS, newProfile } from '../newProfile.ts';
import type { Field, Profile } from '../profile.ts';
import { readPaste } from '../readPaste.ts';
import { resolveProfile } from '../resolveProfile.ts';
import { SNIPPET_TARGETS } from './snippets.ts';
import { sourceOf, textField } from './testing/exampleSources.ts';
import { toSnippetRequest, type SnippetSource } from './toSnippetRequest.ts';

/** What Postern connects to when a snippet is pasted where the gateway's URL goes. */
function pasted(code: string): ConnectionRequest {
  let lastId = 0;
  const reading = readPaste(code, () => `id${(lastId += 1)}`);
  if (reading.kind === 'problem') throw new Error(`${reading.message}\n${code}`);
  const { url, parameters, headers, subprotocols, origin, options, secrets } = reading.endpoint;
  const profile = newProfile('q', 0, {
    url,
    parameters,
    headers,
    subprotocols,
    origin,
    options: { ...DEFAULT_PROFILE_OPTIONS, ...options },
  });
  const resolution = resolveProfile(profile, secrets);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  return resolution.request;
}

function endpointOf({ url, headers, subprotocols, origin, options }: ConnectionRequest) {
  const { tls, proxy } = options;
  return { url, headers, subprotocols, origin, verifiesCertificate: tls.verifiesCertificate, proxy };
}

const token = fc.stringMatching(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,12}$/);
/** What a header can hold, without the space around it that HTTP takes away. */
const headerValue = fc
  .string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)) })
  .map((text) => text.replaceAll('\x7f', '').trim());
const query = fc.stringMatching(/^(?:[!$(-;=?-~]|%[0-9A-Fa-f]{2})*$/);

const fields: fc.Arbitrary<Partial<Profile>> = fc
  .record({
    query,
    headers: fc.uniqueArray(fc.tuple(token, headerValue), {
      selector: ([name]) => name.toLowerCase(),
      maxLength: 4,
    }),
    subprotocols: fc.uniqueArray(token, { maxLength: 3 }),
    origin: fc.constantFrom('', 'https://app.example', "it's $HOME"),
    verifiesCertificate: fc.boolean(),
    proxy: fc.constantFrom('', 'http://proxy.example:8080', "http://me:p'w@proxy.example:8080"),
  })
  .map(({ proxy, ...given }) => ({
    url: `wss://host.example/p${given.query === '' ? '' : `?${given.query}`}`,
    headers: given.headers
      .filter(
        ([name]) =>
          !/^(?:host|connection|upgrade|origin|te|trailer|expect|sec-websocket-.*|content-length|transfer-encoding|proxy-authorization)$/i.test(
            name,
          ),
      )
      .map(([name, value], index): Field => ({ ...textField(name, value), id: String(index) })),
    subprotocols: given.subprotocols.map((value) => ({ id: value, value, isEnabled: true })),
    origin: given.origin,
    options: {
      ...DEFAULT_PROFILE_OPTIONS,
      tls: { ...DEFAULT_PROFILE_OPTIONS.tls, verifiesCertificate: given.verifiesCertificate },
      proxy:
        proxy === ''
          ? ({ kind: 'environment' } as const)
          : ({ kind: 'url', url: { kind: 'text', text: proxy } } as const),
    },
  }));

const message = fc.option(fc.string({ unit: 'grapheme' }).map((text) => ({ kind: 'text', text }) as const));

describe('a snippet with its secrets, pasted into Postern', () => {
  it.each(['wscat', 'websocat', 'curl'] as const)('gives the endpoint back from %s', (id) => {
    fc.assert(
      fc.property(fields, message, (given, sent) => {
        const source: SnippetSource = sourceOf(given, {}, sent);
        const code = SNIPPET_TARGETS[id].write(toSnippetRequest(source, true));
        const expected = endpointOf(source.request);
        expect(endpointOf(pasted(code))).toEqual(
          // websocat takes no HTTP proxy.
          id === 'websocat' ? { ...expected, proxy: { kind: 'environment' } } : expected,
        );
      }),
    );
  });

  it('tells curl to go without a proxy, and reads that', () => {
    const options = { ...DEFAULT_PROFILE_OPTIONS, proxy: { kind: 'none' } } as const;
    const source = sourceOf({ url: 'wss://host.example/', options });
    const code = SNIPPET_TARGETS.curl.write(toSnippetRequest(source, true));
    expect(pasted(code).options.proxy).toEqual({ kind: 'none' });
  });

  it('tells curl to have a proxy make a tunnel, and reads that', () => {
    const proxy = { kind: 'url', url: { kind: 'text', text: 'http://proxy.example:8080' } } as const;
    const source = sourceOf({ url: 'ws://host.example/', options: { ...DEFAULT_PROFILE_OPTIONS, proxy } });
    const code = SNIPPET_TARGETS.curl.write(toSnippetRequest(source, true));
    expect(pasted(code).options.proxy).toEqual({ kind: 'url', url: 'http://proxy.example:8080' });
  });

  it('tells curl of an empty header, and reads that', () => {
    const source = sourceOf({ url: 'wss://host.example/', headers: [textField('X-Empty', '')] });
    const code = SNIPPET_TARGETS.curl.write(toSnippetRequest(source, true));
    expect(code).toContain("--header 'X-Empty;'");
    expect(pasted(code).headers).toEqual([{ name: 'X-Empty', value: '' }]);
  });
});
