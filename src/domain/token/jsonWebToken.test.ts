import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encodeBase64Url } from '../format/base64Url.ts';
import { signJsonWebToken } from './jsonWebToken.ts';

describe('signJsonWebToken', () => {
  it('makes the token that jwt.io shows for these claims and this key', async () => {
    const sign = async (bytes: Uint8Array) =>
      new Uint8Array(createHmac('sha256', 'your-256-bit-secret').update(bytes).digest());
    const claims = { sub: '1234567890', name: 'John Doe', iat: 1_516_239_022 };
    expect(await signJsonWebToken(claims, sign)).toBe(
      'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c',
    );
  });

  it('leaves out a claim that is undefined', async () => {
    const token = await signJsonWebToken({ aud: 'a', sub: undefined }, async () => new Uint8Array(1));
    expect(token).toBe('eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJhdWQiOiJhIn0.AA');
  });
});

describe('encodeBase64Url', () => {
  it('uses the URL-safe digits and no padding', () => {
    expect(encodeBase64Url(Uint8Array.of(0xfb, 0xff, 0xfe, 0x01))).toBe('-__-AQ');
  });
});
