import { describe, expect, it } from 'vitest';
import { presignUrl } from './presignUrl.ts';

/** The context of every case of AWS's own SigV4 test suite (awslabs/aws-c-auth, tests/aws-signing-test-suite/v4). */
const SUITE = {
  region: 'us-east-1',
  service: 'service',
  credentials: {
    accessKeyId: 'AKIDEXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
    sessionToken: '',
  },
  lifetimeSeconds: 3_600,
  now: new Date('2015-08-30T12:36:00Z'),
};

const names = (pairs: readonly { readonly name: string }[]) => pairs.map(({ name }) => name);
const valueOf = (pairs: readonly { readonly name: string; readonly value: string }[], name: string) =>
  pairs.find((pair) => pair.name === name)?.value;

describe('presignUrl', () => {
  it('signs a query as AWS’s case get-vanilla-query-order-key-case does', async () => {
    const url = new URL('wss://example.amazonaws.com/?Param2=value2&Param1=value1');
    const pairs = await presignUrl({ ...SUITE, url });
    expect(names(pairs)).toEqual([
      'X-Amz-Algorithm',
      'X-Amz-Credential',
      'X-Amz-Date',
      'X-Amz-Expires',
      'X-Amz-SignedHeaders',
      'X-Amz-Signature',
    ]);
    expect(decodeURIComponent(valueOf(pairs, 'X-Amz-Credential') ?? '')).toBe(
      'AKIDEXAMPLE/20150830/us-east-1/service/aws4_request',
    );
    expect(valueOf(pairs, 'X-Amz-Date')).toBe('20150830T123600Z');
    expect(valueOf(pairs, 'X-Amz-Expires')).toBe('3600');
    expect(valueOf(pairs, 'X-Amz-Signature')).toBe(
      '86012e2c9ad4d77369f5d81c11f75158aae4f895a085212cc6d3f923d300bed5',
    );
  });

  it('signs temporary credentials as AWS’s case get-vanilla-with-session-token does', async () => {
    const sessionToken = '6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267';
    const url = new URL('wss://example.amazonaws.com/');
    const pairs = await presignUrl({ ...SUITE, url, credentials: { ...SUITE.credentials, sessionToken } });
    expect(names(pairs).slice(-2)).toEqual(['X-Amz-Security-Token', 'X-Amz-Signature']);
    expect(valueOf(pairs, 'X-Amz-Security-Token')).toBe(sessionToken);
    expect(valueOf(pairs, 'X-Amz-Signature')).toBe(
      '7ff2b50b376cb4d151970630573d6291dc128cc5c2a12ffb237f73cc53f67b6c',
    );
  });
});
