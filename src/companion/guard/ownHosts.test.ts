import { describe, expect, it } from 'vitest';
import { ownHosts, ownOrigins } from './ownHosts.ts';

describe('ownHosts', () => {
  it('is the three names of loopback with the port', () => {
    expect([...ownHosts('127.0.0.1', 4100, ['192.168.1.20'])]).toEqual([
      '127.0.0.1:4100',
      'localhost:4100',
      '[::1]:4100',
    ]);
  });

  it('adds the address bound to', () => {
    expect([...ownHosts('192.168.1.20', 4100)]).toContain('192.168.1.20:4100');
    expect([...ownHosts('fd00::7', 4100)]).toContain('[fd00::7]:4100');
  });

  it('adds the addresses of the machine when bound to all of them', () => {
    const hosts = ownHosts('0.0.0.0', 4100, ['192.168.1.20', 'fd00::7']);
    expect([...hosts].slice(3)).toEqual(['192.168.1.20:4100', '[fd00::7]:4100']);
    expect(hosts.has('0.0.0.0:4100')).toBe(false);
  });

  it('has the names without a port on port 80', () => {
    expect(ownHosts('127.0.0.1', 80).has('localhost')).toBe(true);
  });
});

describe('ownOrigins', () => {
  it('is each host over http', () => {
    expect([...ownOrigins(new Set(['localhost:4100', '[::1]:4100']))]).toEqual([
      'http://localhost:4100',
      'http://[::1]:4100',
    ]);
  });
});
