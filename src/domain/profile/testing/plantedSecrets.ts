import type { Environment } from '../environment.ts';
import { DEFAULT_PROFILE_OPTIONS, newProfile } from '../newProfile.ts';
import type { Field, Profile, Secrets } from '../profile.ts';

/** A secret for each place in which one can stand: no two alike, and with characters that each encoding writes in its own way. */
export const PLANTED = {
  parameter: 'pQ7+x/Lz=1&"é4Tw',
  header: 'hC2+v/Kd=8&"é0Rm',
  bearer: 'bW5+j/Xo=3&"é9Uf',
  basicPassword: 'wY1+s/Ge=6&"é7Bn',
  subprotocol: 'sN8+k.Zq-2&dJ4Va',
  message: 'mF3+t/Pi=5&"é1Oc',
  savedMessage: 'vH6+r/Ax=9&"é2Ye',
  path: 'uD4+z/Sg=7&"é5Kl',
  passphrase: 'kE9+q/Ub=0&"é8Mv',
  clientKey: 'MIIEvQ+c/JtW2nHrY6oXs8Lb5TzQ',
  proxyPassword: 'xR0+n-Ih_4.Fy6Gw',
  clientSecret: 'oT2+y/Cp=8&"é3Dk',
  tokenParameter: 'aL5+w/Nv=1&"é6Hj',
  fetchedToken: 'tB7+m/Ez=4&"é9Qs',
} as const;

export const CLIENT_KEY_PEM = `-----BEGIN PRIVATE KEY-----\n${PLANTED.clientKey}\n-----END PRIVATE KEY-----\n`;
const CERTIFICATE_PEM = '-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n';

/** Base64 of UTF-8, as `Basic` has it (RFC 7617). */
export function basicOf(user: string, password: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${password}`)));
}

function secret(id: string, name: string): Field {
  return { id, name, value: { kind: 'secret', secretId: id }, isEnabled: true };
}

/** The values by the ids under which the profile and the environment below name them. */
export const PLANTED_SECRETS: Secrets = {
  parameter: PLANTED.parameter,
  header: PLANTED.header,
  bearer: `Bearer ${PLANTED.bearer}`,
  basic: `Basic ${basicOf('ann', PLANTED.basicPassword)}`,
  token: PLANTED.fetchedToken,
  key: CLIENT_KEY_PEM,
  passphrase: PLANTED.passphrase,
  proxy: `http://ann:${PLANTED.proxyPassword}@127.0.0.1:9`,
  clientSecret: PLANTED.clientSecret,
  tokenParameters: `resource=${PLANTED.tokenParameter}`,
  expiresAt: '1795348867114',
  subprotocol: PLANTED.subprotocol,
  message: PLANTED.message,
  savedMessage: PLANTED.savedMessage,
  path: PLANTED.path,
};

export const PLANTED_ENVIRONMENT: Environment = {
  id: 'e',
  name: 'Staging',
  variables: ['subprotocol', 'message', 'savedMessage', 'path'].map((name) => secret(name, name)),
};

/** A profile with a secret wherever one can stand, as the page keeps it: the values are elsewhere. */
export function plantedProfile(fields: Partial<Profile> = {}): Profile {
  return newProfile('planted', 0, {
    name: 'Planted',
    url: 'wss://gateway.example/{{path}}/chat',
    parameters: [secret('parameter', 'v'), secret('token', 'access_token')],
    headers: [secret('header', 'X-Anything'), secret('bearer', 'Authorization'), secret('basic', 'X-Basic')],
    subprotocols: [
      { id: '1', value: 'chat', isEnabled: true },
      { id: '2', value: 'bearer.{{subprotocol}}', isEnabled: true },
    ],
    options: {
      ...DEFAULT_PROFILE_OPTIONS,
      tls: {
        ...DEFAULT_PROFILE_OPTIONS.tls,
        clientCertificatePem: CERTIFICATE_PEM,
        clientKeyPem: { kind: 'secret', secretId: 'key' },
        clientKeyPassphrase: { kind: 'secret', secretId: 'passphrase' },
      },
      proxy: { kind: 'url', url: { kind: 'secret', secretId: 'proxy' } },
    },
    messages: [
      { id: '1', name: 'Login', mode: 'json', text: '{"login":"{{savedMessage}}"}', binaryEncoding: 'hex' },
    ],
    tokenSource: {
      kind: 'oauth',
      url: 'https://login.example/token',
      clientId: 'postern',
      clientSecret: { kind: 'secret', secretId: 'clientSecret' },
      authentication: 'basic',
      scope: 'chat',
      audience: '',
      parameters: { kind: 'secret', secretId: 'tokenParameters' },
      place: { kind: 'query', name: 'access_token' },
      isRenewed: true,
      expiresAtId: 'expiresAt',
    },
    ...fields,
  });
}
