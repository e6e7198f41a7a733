import { describe, expect, it } from 'vitest';
import { joinQuery } from '../profile/queryText.ts';
import {
  checkAccessKeyId,
  checkPresignedLifetime,
  checkRegion,
  checkSessionToken,
  regionOf,
  signingPairs,
} from './awsSigning.ts';

describe('regionOf', () => {
  it.each([
    ['wss://abc123.execute-api.eu-central-1.amazonaws.com/dev', 'eu-central-1'],
    ['wss://abc123.execute-api.cn-north-1.amazonaws.com.cn/dev', 'cn-north-1'],
    ['wss://abc123.execute-api.us-gov-west-1.amazonaws.com/dev', 'us-gov-west-1'],
    ['wss://ws.example.com/', null],
    ['not a url', null],
  ])('of %s is %s', (url, region) => {
    expect(regionOf(url)).toBe(region);
  });
});

describe('signingPairs', () => {
  it('keeps the order of AWS and every byte of a session token', () => {
    const pairs = signingPairs({
      'X-Amz-Signature': 'abc',
      'X-Amz-Security-Token': 'IQo+b/c==',
      'X-Amz-Date': '20150830T123600Z',
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': 'AKIDEXAMPLE/20150830/us-east-1/execute-api/aws4_request',
    });
    expect(pairs.map(({ name }) => name)).toEqual([
      'X-Amz-Algorithm',
      'X-Amz-Credential',
      'X-Amz-Date',
      'X-Amz-Security-Token',
      'X-Amz-Signature',
    ]);
    expect(new URLSearchParams(joinQuery(pairs)).get('X-Amz-Security-Token')).toBe('IQo+b/c==');
    expect(joinQuery(pairs)).toContain('X-Amz-Security-Token=IQo%2Bb%2Fc%3D%3D');
  });
});

describe('the checks', () => {
  it('ask for the session token of a temporary key', () => {
    const credentials = { accessKeyId: 'ASIAIOSFODNN7EXAMPLE', secretAccessKey: 's', sessionToken: '' };
    expect(checkSessionToken(credentials)).toContain('temporary');
    expect(checkSessionToken({ ...credentials, sessionToken: 't' })).toBeNull();
    expect(checkSessionToken({ ...credentials, accessKeyId: 'AKIAIOSFODNN7EXAMPLE' })).toBeNull();
  });

  it('take an access key ID, a region and a lifetime of AWS, and no others', () => {
    expect(checkAccessKeyId('AKIAIOSFODNN7EXAMPLE')).toBeNull();
    expect(checkAccessKeyId('AKIA IOSF')).not.toBeNull();
    expect(checkRegion('us-gov-west-1')).toBeNull();
    expect(checkRegion('Frankfurt')).toContain('eu-central-1');
    expect(checkPresignedLifetime(10_080)).toBeNull();
    expect(checkPresignedLifetime(10_081)).not.toBeNull();
  });
});
