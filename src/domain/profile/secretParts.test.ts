import { expect, it } from 'vitest';
import { secretParts } from './secretParts.ts';

it.each([
  ['a key', 'k3y-1234', ['k3y-1234']],
  ['a bearer token', 'Bearer t0k3n', ['Bearer t0k3n', 't0k3n']],
  ['a user name and password', 'Basic YW5uOnB3OjE=', ['Basic YW5uOnB3OjE=', 'YW5uOnB3OjE=', 'pw:1']],
  ['a URL with a password', 'http://me:p%40w@proxy:1', ['http://me:p%40w@proxy:1', 'p%40w', 'p@w']],
  [
    'a private key',
    '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\nhkiG\n-----END PRIVATE KEY-----\n',
    ['-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\nhkiG\n-----END PRIVATE KEY-----\n', 'MIIEvQIBADANBgkq'],
  ],
  ['parameters', 'a=one\nb=two=2', ['a=one\nb=two=2', 'one', 'two=2']],
  ['nothing', '', []],
])('knows what is secret by itself of %s', (_what, value, parts) => {
  expect(secretParts(value)).toEqual(parts);
});
