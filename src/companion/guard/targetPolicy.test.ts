import { describe, expect, it } from 'vitest';
import { createTargetPolicy, isInternalAddress } from './targetPolicy.ts';

describe('isInternalAddress', () => {
  it.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.0.1',
    '100.64.0.1',
    '169.254.169.254',
    '168.63.129.16',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::7f00:1',
    '2002:7f00:1::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
  ])('is true for %s', (address) => {
    expect(isInternalAddress(address)).toBe(true);
  });

  it.each(['20.50.2.1', '172.32.0.1', '100.128.0.1', '168.63.129.17', '2606:4700::1111', '::ffff:8.8.8.8'])(
    'is false for %s',
    (address) => {
      expect(isInternalAddress(address)).toBe(false);
    },
  );
});

describe('createTargetPolicy', () => {
  const metadata = { host: 'metadata.example', port: 80, address: '169.254.169.254' };

  it('allows everything to a companion on loopback', () => {
    expect(createTargetPolicy('127.0.0.1', [])(metadata)).toBeNull();
  });

  it('refuses internal addresses, whatever their name, beyond loopback', () => {
    expect(createTargetPolicy('0.0.0.0', [])(metadata)).toBe(
      'metadata.example is at 169.254.169.254, an address of this machine or its own network. A companion that ' +
        'other machines can reach does not dial it unless it was started with --allow-target metadata.example.',
    );
  });

  it('allows public addresses beyond loopback', () => {
    expect(
      createTargetPolicy('0.0.0.0', [])({ host: 'contoso.azure-api.net', port: 443, address: '20.50.2.1' }),
    ).toBeNull();
  });

  it('allows what is named, for all ports or for one', () => {
    const policy = createTargetPolicy('0.0.0.0', ['Intranet.example', '127.0.0.1:4111']);
    expect(policy({ host: 'intranet.example', port: 8443, address: '10.0.0.9' })).toBeNull();
    expect(policy({ host: '127.0.0.1', port: 4111, address: '127.0.0.1' })).toBeNull();
    expect(policy({ host: '127.0.0.1', port: 4112, address: '127.0.0.1' })).not.toBeNull();
  });
});
