import { describe, expect, it } from 'vitest';
import { maskHeaders, maskUrl } from './maskUrl.ts';

describe('maskUrl', () => {
  it.each([
    [
      'wss://contoso.azure-api.net/client/hubs/chat?subscription-key=abc&access_token=eyJ.e30.x&room=1',
      'wss://contoso.azure-api.net/client/hubs/chat?subscription-key=•••&access_token=•••&room=1',
    ],
    ['wss://host/?v=0f1e2d3c4b5a69788796a5b4c3d2e1f0', 'wss://host/?v=•••'],
    ['wss://user:pass@host/path', 'wss://•••@host/path'],
    ['wss://host/path', 'wss://host/path'],
    ['wss://host/?apikey=', 'wss://host/?apikey='],
    ['wss://host/?a=1&&b=two%20words#part', 'wss://host/?a=1&&b=two%20words#part'],
    ['not a URL', 'not a URL'],
  ])('writes %s as %s', (url, masked) => {
    expect(maskUrl(url)).toBe(masked);
  });

  it('masks the parameters named as secret, whatever the case of their name', () => {
    expect(maskUrl('wss://host/?Auth-Code=allow&n=1', ['auth-code'])).toBe('wss://host/?Auth-Code=•••&n=1');
  });
});

describe('maskHeaders', () => {
  it('keeps the scheme of Authorization, and names', () => {
    const masked = maskHeaders(
      [
        { name: 'Authorization', value: 'Bearer abc' },
        { name: 'Ocp-Apim-Subscription-Key', value: 'abc' },
        { name: 'Sec-WebSocket-Protocol', value: 'chat, eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln' },
        { name: 'Sec-WebSocket-Key', value: 'dGhlIHNhbXBsZSBub25jZQ==' },
        { name: 'X-Tenant', value: 'contoso' },
        { name: 'Location', value: '/login?apikey=abc' },
      ],
      ['x-tenant'],
    );
    expect(masked.map((header) => header.value)).toEqual([
      'Bearer •••',
      '•••',
      'chat, •••',
      'dGhlIHNhbXBsZSBub25jZQ==',
      '•••',
      '/login?apikey=•••',
    ]);
  });

  it('masks an Authorization value without a scheme whole', () => {
    expect(maskHeaders([{ name: 'authorization', value: 'abc' }])).toEqual([
      { name: 'authorization', value: '•••' },
    ]);
  });
});
