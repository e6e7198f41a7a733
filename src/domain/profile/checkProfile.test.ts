import { describe, expect, it } from 'vitest';
import { browserLimits, profileWarnings } from './checkProfile.ts';
import { DEFAULT_PROFILE_OPTIONS, newProfile } from './newProfile.ts';
import { withAdvice } from './profileProblem.ts';

describe('browserLimits', () => {
  it('finds nothing in a profile that a browser can carry out', () => {
    expect(browserLimits(newProfile('p', 0, { url: 'wss://host/' }))).toEqual([]);
  });

  it('names the query parameter that takes the place of a header', () => {
    const profile = newProfile('p', 0, {
      url: 'wss://contoso.azure-api.net/wsapi',
      headers: [
        {
          id: 'a',
          name: 'ocp-apim-subscription-key',
          value: { kind: 'secret', secretId: 's' },
          isEnabled: true,
        },
        { id: 'b', name: 'X-Tenant', value: { kind: 'text', text: 'contoso' }, isEnabled: true },
        { id: 'c', name: 'X-Off', value: { kind: 'text', text: '1' }, isEnabled: false },
      ],
    });
    expect(browserLimits(profile).map(withAdvice)).toMatchObject([
      {
        at: 'headers',
        fieldId: 'a',
        message:
          'A browser cannot send the header ocp-apim-subscription-key. Send the query parameter subscription-key, where the API reads it. Or use the Companion transport.',
        fixes: [
          {
            action: {
              kind: 'move-header-to-query',
              header: 'ocp-apim-subscription-key',
              parameter: 'subscription-key',
            },
          },
          { action: { kind: 'switch-transport', transport: 'companion' } },
        ],
      },
      {
        at: 'headers',
        fieldId: 'b',
        message: 'A browser cannot send the header X-Tenant. Use the Companion transport.',
        fixes: [{ action: { kind: 'switch-transport', transport: 'companion' } }],
      },
    ]);
  });

  it('moves no scheme into a query parameter', () => {
    const profile = newProfile('p', 0, {
      url: 'wss://name.webpubsub.azure.com/client/hubs/chat',
      headers: [
        { id: 'a', name: 'Authorization', value: { kind: 'secret', secretId: 's' }, isEnabled: true },
      ],
    });
    expect(browserLimits(profile)[0]?.fixes).toMatchObject([
      { action: { kind: 'add-parameter', name: 'access_token' } },
      { action: { kind: 'switch-transport', transport: 'companion' } },
    ]);
  });

  it('names every option that only the companion carries out', () => {
    const profile = newProfile('p', 0, {
      origin: 'https://app.example.com',
      options: {
        ...DEFAULT_PROFILE_OPTIONS,
        offersCompression: false,
        tls: {
          verifiesCertificate: false,
          caPem: 'x',
          clientCertificatePem: 'x',
          clientKeyPem: { kind: 'secret', secretId: 's' },
          clientKeyPassphrase: { kind: 'text', text: '' },
          serverName: 'other',
        },
        proxy: { kind: 'none' },
      },
      keepAlive: { kind: 'ping', everyMs: 30_000 },
    });
    expect(browserLimits(profile).map(({ fieldId }) => fieldId)).toEqual([
      'origin',
      'offersCompression',
      'verifiesCertificate',
      'caPem',
      'clientCertificatePem',
      'serverName',
      'proxy',
      'keepAlive',
    ]);
  });
});

describe('profileWarnings', () => {
  const profile = newProfile('p', 0, {
    url: 'wss://contoso.azure-api.net/wsapi',
    parameters: [
      { id: 'a', name: 'subscription-key', value: { kind: 'secret', secretId: 's' }, isEnabled: true },
      { id: 'b', name: 'q', value: { kind: 'text', text: 'a+b' }, isEnabled: true },
    ],
  });

  it('says which secret has no value, and that a plus sign is read as a space', () => {
    expect(profileWarnings(profile, {})).toEqual([
      {
        at: 'parameters',
        fieldId: 'a',
        message:
          'Subscription key (subscription-key) has no value: it is sent empty. Enter it, or switch the row off.',
        fixes: [],
      },
      {
        at: 'parameters',
        fieldId: 'b',
        message: 'Most servers read + in a query as a space. Write %2B where a plus sign is meant.',
        fixes: [],
      },
    ]);
  });

  it('is silent about a secret that has one', () => {
    expect(profileWarnings(profile, { s: 'k' }).map(({ fieldId }) => fieldId)).toEqual(['b']);
  });
});
