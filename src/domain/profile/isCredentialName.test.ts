import { describe, expect, it } from 'vitest';
import { isCredentialName, looksLikeSecret } from './isCredentialName.ts';

describe('isCredentialName', () => {
  it.each([
    ['subscription-key', 'query'],
    ['access_token', 'query'],
    ['apikey', 'query'],
    ['client_id', 'query'],
    ['X-Amz-Signature', 'query'],
    ['X-Amz-Security-Token', 'query'],
    ['awps_reconnection_token', 'query'],
    ['accessToken', 'query'],
    ['sig', 'query'],
    ['Authorization', 'header'],
    ['OCP-APIM-SUBSCRIPTION-KEY', 'header'],
    ['x-apikey', 'header'],
    ['x-api-key', 'header'],
    ['X-IBM-Client-Secret', 'header'],
    ['DB-Api-Key', 'header'],
    ['Cookie', 'header'],
    ['Set-Cookie', 'header'],
  ] as const)('takes %s in a %s for a credential', (name, kind) => {
    expect(isCredentialName(name, kind)).toBe(true);
  });

  it.each([
    ['hub', 'query'],
    ['monkey', 'query'],
    ['X-Amz-Date', 'query'],
    ['X-Amz-Expires', 'query'],
    ['tokenizer', 'query'],
    ['author', 'query'],
    ['Sec-WebSocket-Key', 'header'],
    ['Accept', 'header'],
  ] as const)('does not take %s in a %s for one', (name, kind) => {
    expect(isCredentialName(name, kind)).toBe(false);
  });
});

describe('looksLikeSecret', () => {
  it.each([
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1c2VyMSJ9.c2lnbmF0dXJl',
    '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
    'Zk3vQ9rT1xW8yB5nM2pL',
    'wJalrXUtnFEMI%2FK7MDENG%2BbPxRfiCY9a',
  ])('knows %s', (value) => {
    expect(looksLikeSecret(value)).toBe(true);
  });

  it.each([
    '',
    'chatdemo',
    'a-perfectly-ordinary-name-of-a-room-2026',
    '6f9619ff-8b86-d011-b42d-00c04fc964ff',
    '20261122T120000Z',
    'https://example.com/callback',
    '12345678901234567890',
  ])('leaves “%s” alone', (value) => {
    expect(looksLikeSecret(value)).toBe(false);
  });
});
