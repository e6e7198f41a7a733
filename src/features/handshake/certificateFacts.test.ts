import { describe, expect, it } from 'vitest';
import { certificateFacts } from './certificateFacts.ts';

const CERTIFICATE = {
  subject: 'CN=gw.example',
  issuer: 'CN=Example CA',
  names: ['DNS:gw.example', 'DNS:*.gw.example'],
  validFrom: 1_767_225_600_000, // 2026-01-01T00:00:00Z
  validTo: 1_798_761_600_000, // 2027-01-01T00:00:00Z
  fingerprint: 'AA:BB',
  serialNumber: '01',
  isSelfSigned: false,
};

const valid = (at: number) => certificateFacts(CERTIFICATE, at).find((fact) => fact.name === 'Valid')?.value;

describe('certificateFacts', () => {
  it('counts the days left as of the handshake', () => {
    expect(valid(1_798_761_600_000 - 41 * 86_400_000)).toMatch(/: 41 days left$/);
    expect(valid(1_798_761_600_000 - 86_400_000)).toMatch(/: 1 day left$/);
  });

  it('says when a certificate has expired or is not yet valid', () => {
    expect(valid(1_798_761_600_001)).toMatch(/: expired$/);
    expect(valid(1_767_225_599_999)).toMatch(/: not yet valid$/);
  });

  it('says that a self-signed certificate is its own issuer', () => {
    expect(certificateFacts({ ...CERTIFICATE, isSelfSigned: true }, 0)[1]).toEqual({
      name: 'Issuer',
      value: 'itself (self-signed)',
    });
  });
});
