import { describe, expect, it } from 'vitest';
import { exampleProfile } from './testing/exampleProfiles.ts';
import { unusualChoices } from './unusualChoices.ts';

describe('what a profile does that its URL does not show', () => {
  it('is nothing for one as it is made', () => {
    expect(unusualChoices(exampleProfile('a'))).toEqual([]);
    expect(unusualChoices({})).toEqual([]);
  });

  it('is every way in which what is sent could come to others', () => {
    const { options } = exampleProfile('a');
    const secret = { kind: 'secret', secretId: 's' } as const;
    const profile = exampleProfile('a', {
      origin: 'https://{{ host }}',
      description: '{{$timestamp}}',
      options: {
        ...options,
        tls: { ...options.tls, verifiesCertificate: false, caPem: '-----BEGIN CERTIFICATE-----' },
        proxy: { kind: 'url', url: secret },
      },
      tokenSource: {
        kind: 'oauth',
        url: 'https://login.example/token',
        clientId: 'a',
        clientSecret: secret,
        authentication: 'basic',
        scope: '',
        audience: '',
        parameters: { kind: 'text', text: '' },
        place: { kind: 'header' },
        isRenewed: true,
        expiresAtId: 'e',
      },
    });
    expect(unusualChoices(profile)).toEqual([
      'accepts any certificate',
      'trusts an authority of its own',
      'goes through a proxy of its own',
      'fetches its token from https://login.example/token',
      'fills in variables of your environments: host',
    ]);
  });
});
