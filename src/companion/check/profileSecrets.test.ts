import { describe, expect, it } from 'vitest';
import { newProfile } from '#domain/profile/newProfile.ts';
import { CallProblem } from './callProblem.ts';
import { readProfileSecrets } from './profileSecrets.ts';

const PROFILE = newProfile('p', 0, {
  name: 'Contoso (test)',
  parameters: [
    { id: '1', name: 'subscription-key', value: { kind: 'secret', secretId: 's1' }, isEnabled: true },
    { id: '2', name: 'off', value: { kind: 'secret', secretId: 's2' }, isEnabled: false },
    { id: '3', name: 'v', value: { kind: 'text', text: '${HOME}' }, isEnabled: true },
  ],
});

describe('readProfileSecrets', () => {
  it('reads a secret by the name of its field', () => {
    const variables = new Map([['POSTERN_SUBSCRIPTION_KEY', 'k']]);
    expect(readProfileSecrets(PROFILE, variables)).toEqual({ s1: 'k' });
  });

  it('prefers the variable that names the profile too', () => {
    const variables = new Map([
      ['POSTERN_SUBSCRIPTION_KEY', 'k'],
      ['POSTERN_CONTOSO_TEST_SUBSCRIPTION_KEY', 'mine'],
    ]);
    expect(readProfileSecrets(PROFILE, variables)).toEqual({ s1: 'mine' });
  });

  it('reads no variable that is not meant for Postern', () => {
    expect(() => readProfileSecrets(PROFILE, new Map([['SUBSCRIPTION_KEY', 'k']]))).toThrow(
      new CallProblem(
        'The profile “Contoso (test)” needs its secret subscription-key: set the variable POSTERN_SUBSCRIPTION_KEY, or write it into an --env-file.',
      ),
    );
  });

  it('reads the secrets of TLS and of the proxy', () => {
    const { options } = PROFILE;
    const profile = newProfile('q', 0, {
      options: {
        ...options,
        tls: {
          ...options.tls,
          clientKeyPem: { kind: 'secret', secretId: 'key' },
          clientKeyPassphrase: { kind: 'secret', secretId: 'pass' },
        },
        proxy: { kind: 'url', url: { kind: 'secret', secretId: 'proxy' } },
      },
    });
    const variables = new Map([
      ['POSTERN_CLIENT_KEY', 'a'],
      ['POSTERN_CLIENT_KEY_PASSPHRASE', 'b'],
      ['POSTERN_PROXY_URL', 'c'],
    ]);
    expect(readProfileSecrets(profile, variables)).toEqual({ key: 'a', pass: 'b', proxy: 'c' });
  });
});
