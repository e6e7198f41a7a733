import { describe, expect, it } from 'vitest';
import { TOKEN_SOURCE } from '#domain/profile/testing/tokenSource.ts';
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
      tokenSource: TOKEN_SOURCE,
    });
    expect(unusualChoices(profile)).toEqual([
      'accepts any certificate',
      'trusts an authority of its own',
      'goes through a proxy of its own',
      'fetches its token from https://login.example.com/token',
      'fills in variables of your environments: host',
    ]);
  });

  it('is what goes out by itself', () => {
    const reconnect = { kind: 'backoff', maxAttempts: 5, firstDelayMs: 1_000, maxDelayMs: 30_000 } as const;
    expect(
      unusualChoices({ keepAlive: { kind: 'message', everyMs: 30_000, text: '{"type":"ping"}' }, reconnect }),
    ).toEqual([
      'sends “{"type":"ping"}” every 30 s while it is open',
      'connects again by itself when it has been closed',
    ]);
    expect(unusualChoices({ keepAlive: { kind: 'message', everyMs: 1_000, text: 'x'.repeat(61) } })).toEqual([
      `sends “${'x'.repeat(60)}…” every 1 s while it is open`,
    ]);
    expect(unusualChoices({ keepAlive: { kind: 'ping', everyMs: 1_000 } })).toEqual([]);
  });
});
