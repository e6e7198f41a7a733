import { describe, expect, it } from 'vitest';
import { formatEndpoint, isLoopback, readTarget } from './target.ts';

describe('readTarget', () => {
  it.each([
    ['wss://gateway.example.com', 'gateway.example.com', 443, 'gateway.example.com', '/'],
    ['ws://gateway.example.com/', 'gateway.example.com', 80, 'gateway.example.com', '/'],
    ['wss://gateway.example.com:443/a?b=c', 'gateway.example.com', 443, 'gateway.example.com', '/a?b=c'],
    ['ws://gateway.example.com:443/', 'gateway.example.com', 443, 'gateway.example.com:443', '/'],
    ['ws://[::1]:8080/?', '::1', 8080, '[::1]:8080', '/'],
    ['wss://Bücher.example/ä b', 'xn--bcher-kva.example', 443, 'xn--bcher-kva.example', '/%C3%A4%20b'],
  ])('reads %s', (url, host, port, authority, path) => {
    expect(readTarget(url)).toMatchObject({ host, port, authority, path });
  });
});

describe('formatEndpoint', () => {
  it('puts an IPv6 address into brackets', () => {
    expect(formatEndpoint('2001:db8::7', 443)).toBe('[2001:db8::7]:443');
    expect(formatEndpoint('203.0.113.7', 443)).toBe('203.0.113.7:443');
  });
});

describe('isLoopback', () => {
  it.each([
    ['localhost', true],
    ['LOCALHOST.', true],
    ['apim.localhost', true],
    ['127.0.0.1', true],
    ['127.9.9.9', true],
    ['::1', true],
    ['notlocalhost', false],
    ['localhost.example.com', false],
    ['127.0.0.1.example.com', false],
    ['10.0.0.1', false],
  ])('takes %s for loopback: %s', (host, is) => {
    expect(isLoopback(host)).toBe(is);
  });
});
