import { describe, expect, it } from 'vitest';
import { isLoopbackHost, urlHost, warnOfBindHost } from './bindAddress.ts';

describe('isLoopbackHost', () => {
  it.each(['127.0.0.1', '127.8.9.10', 'localhost', 'LOCALHOST', '::1', '[::1]', '::ffff:127.0.0.1'])(
    'is true for %s',
    (host) => {
      expect(isLoopbackHost(host)).toBe(true);
    },
  );

  it.each([
    '0.0.0.0',
    '::',
    '',
    '192.168.1.20',
    '128.0.0.1',
    'fe80::1',
    'localhost.example',
    '127.0.0.1.nip.io',
  ])('is false for "%s"', (host) => {
    expect(isLoopbackHost(host)).toBe(false);
  });
});

describe('warnOfBindHost', () => {
  it('says nothing on loopback', () => {
    expect(warnOfBindHost('127.0.0.1')).toBeNull();
  });

  it('warns of an address that other machines can reach', () => {
    expect(warnOfBindHost('0.0.0.0')).toMatch(
      /^Listening on 0\.0\.0\.0: other machines can reach this companion/,
    );
  });
});

describe('urlHost', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['localhost', 'localhost'],
    ['0.0.0.0', '127.0.0.1'],
    ['::', '127.0.0.1'],
    ['::1', '[::1]'],
    ['192.168.1.20', '192.168.1.20'],
  ])('reaches a server on %s at %s', (bindHost, host) => {
    expect(urlHost(bindHost)).toBe(host);
  });
});
