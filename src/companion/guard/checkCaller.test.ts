import { describe, expect, it } from 'vitest';
import { checkHost, checkOrigin } from './checkCaller.ts';
import type { Caller } from './checkCaller.ts';
import { ownHosts } from './ownHosts.ts';

const hosts = ownHosts('127.0.0.1', 4100);

function caller(fields: Partial<Caller>): Caller {
  return { host: '127.0.0.1:4100', origin: undefined, fetchSite: undefined, ...fields };
}

describe('checkHost', () => {
  it.each(['127.0.0.1:4100', 'localhost:4100', 'LocalHost:4100', '[::1]:4100'])('lets %s pass', (host) => {
    expect(checkHost(caller({ host }), hosts)).toBeNull();
  });

  it.each([
    undefined,
    '',
    'attacker.example',
    'attacker.example:4100',
    '127.0.0.1',
    '127.0.0.1:4101',
    'localhost:4100.attacker.example',
    '127.0.0.1:4100@attacker.example',
  ])('refuses %s with 421', (host) => {
    expect(checkHost(caller({ host }), hosts)).toMatchObject({ status: 421, code: 'host-foreign' });
  });
});

describe('checkOrigin', () => {
  it.each(['http://127.0.0.1:4100', 'http://localhost:4100', 'http://[::1]:4100'])(
    'lets %s pass',
    (origin) => {
      expect(checkOrigin(caller({ origin, fetchSite: 'same-origin' }), hosts, true)).toBeNull();
    },
  );

  it.each([
    'null',
    'https://127.0.0.1:4100',
    'http://127.0.0.1:4101',
    'http://127.0.0.1',
    'http://attacker.example',
    'http://localhost:4100.attacker.example',
  ])('refuses %s with 403', (origin) => {
    expect(checkOrigin(caller({ origin }), hosts, false)).toMatchObject({
      status: 403,
      code: 'origin-foreign',
    });
  });

  it('refuses a missing Origin where browsers send one', () => {
    expect(checkOrigin(caller({}), hosts, true)).toMatchObject({ status: 403 });
  });

  it('lets a missing Origin pass where browsers send none', () => {
    expect(checkOrigin(caller({ fetchSite: 'same-origin' }), hosts, false)).toBeNull();
  });

  it('lets an address typed by a person pass', () => {
    expect(checkOrigin(caller({ fetchSite: 'none' }), hosts, false)).toBeNull();
  });

  it.each(['cross-site', 'same-site'])('refuses what the browser calls %s', (fetchSite) => {
    expect(checkOrigin(caller({ fetchSite }), hosts, false)).toMatchObject({ status: 403 });
  });
});
