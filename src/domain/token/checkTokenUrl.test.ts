import { describe, expect, it } from 'vitest';
import { checkTokenUrl, warnOfTokenUrl } from './checkTokenUrl.ts';

describe('checkTokenUrl', () => {
  it.each(['https://login.example.com/oauth/token', 'http://127.0.0.1:4100/token?tenant=a'])(
    'takes %s',
    (url) => {
      expect(checkTokenUrl(url)).toBeNull();
    },
  );

  it.each([
    ['', 'Enter'],
    ['login.example.com/token', 'https://'],
    ['wss://login.example.com', 'https://'],
    ['https://a b/', 'not a URL'],
    ['https://login.example.com/#x', 'fragment'],
    ['https://id:secret@login.example.com/', 'their own fields'],
  ])('refuses %j', (url, part) => {
    expect(checkTokenUrl(url)).toContain(part);
  });
});

describe('warnOfTokenUrl', () => {
  it('warns of a secret in the clear, but not on this machine', () => {
    expect(warnOfTokenUrl('http://login.example.com/token')).toContain('Use https:');
    expect(warnOfTokenUrl('http://localhost:8080/token')).toBeNull();
    expect(warnOfTokenUrl('https://login.example.com/token')).toBeNull();
  });
});
