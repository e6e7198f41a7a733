import { DEFAULT_PROFILE_OPTIONS, newProfile } from '../../newProfile.ts';
import type { Field, Profile, Secrets } from '../../profile.ts';
import { resolveProfile } from '../../resolveProfile.ts';
import type { SnippetSource } from '../toSnippetRequest.ts';

const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n';
const KEY = '-----BEGIN PRIVATE KEY-----\nMA==\n-----END PRIVATE KEY-----\n';

export function textField(name: string, text: string): Field {
  return { id: name, name, value: { kind: 'text', text }, isEnabled: true };
}

export function secretField(name: string, secretId: string): Field {
  return { id: name, name, value: { kind: 'secret', secretId }, isEnabled: true };
}

/** A profile as a snippet takes it. */
export function sourceOf(
  fields: Partial<Profile>,
  secrets: Secrets = {},
  message: SnippetSource['message'] = null,
  awaited: SnippetSource['awaited'] = [],
): SnippetSource {
  const profile = newProfile('p', 0, fields);
  const resolution = resolveProfile(profile, secrets);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  return { profile, secrets, request: resolution.request, otherSecrets: [], message, awaited };
}

/** What most profiles have: a key in the query, a header, a subprotocol, and a message in the composer. */
export const COMMON = sourceOf(
  {
    url: 'wss://contoso.azure-api.net/chat',
    parameters: [secretField('subscription-key', 's1'), textField('room', "it's")],
    headers: [textField('X-Tenant', 'contoso')],
    subprotocols: [{ id: '1', value: 'json.webpubsub.azure.v1', isEnabled: true }],
  },
  { s1: 'k3y-0f-c0nt0s0' },
  { kind: 'text', text: '{"action":"echo","data":"it’s"}' },
);

/** The URL alone. */
export const BARE = sourceOf({ url: 'ws://127.0.0.1:8080/echo' });

/** Kept alive by a Ping every 45 s. */
export const KEPT_ALIVE = sourceOf({
  url: 'ws://127.0.0.1:8080/echo',
  keepAlive: { kind: 'ping', everyMs: 45_000 },
});

/** All that a profile can say, two headers of one name among it. */
export const FULL = sourceOf(
  {
    url: 'wss://gateway.example/v1',
    parameters: [secretField('apikey', 's1')],
    headers: [secretField('Authorization', 's2'), textField('X-Trace', '1'), textField('x-trace', '2')],
    subprotocols: [
      { id: '1', value: 'chat', isEnabled: true },
      { id: '2', value: 'a b', isEnabled: true },
    ],
    origin: 'https://app.example',
    options: {
      ...DEFAULT_PROFILE_OPTIONS,
      offersCompression: false,
      limits: { dnsMs: 1_000, tcpMs: 2_000, tlsMs: 3_000, answerMs: 4_500 },
      tls: {
        verifiesCertificate: true,
        caPem: CERTIFICATE,
        clientCertificatePem: CERTIFICATE,
        clientKeyPem: { kind: 'secret', secretId: 's3' },
        clientKeyPassphrase: { kind: 'secret', secretId: 's4' },
        serverName: 'inner.example',
      },
      proxy: { kind: 'url', url: { kind: 'secret', secretId: 's5' } },
    },
  },
  {
    s1: 'k3y-0f-g4t3w4y',
    s2: 'Bearer t0k3n',
    s3: KEY,
    s4: 'p4ssphr4s3',
    s5: 'http://me:pr0xyp4ss@proxy.example:8080',
  },
  { kind: 'binary', bytes: new Uint8Array([0, 255, 16]) },
);
