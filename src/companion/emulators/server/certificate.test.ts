import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { keepOrReplace, selfSignedCertificate } from './certificate.ts';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 22, 12);

describe('selfSignedCertificate', () => {
  const { certificatePem, keyPem } = selfSignedCertificate(NOW);
  const certificate = new X509Certificate(certificatePem);

  test('is signed with its own key', () => {
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.issuer).toBe(certificate.subject);
    expect(keyPem).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  });

  test('names loopback in each of its forms', () => {
    expect(certificate.subjectAltName).toBe(
      'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1',
    );
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(certificate.checkHost('localhost')).toBe('localhost');
  });

  test('is valid from the day before for 397 days, and is no authority', () => {
    expect(Date.parse(certificate.validFrom)).toBe(NOW - DAY_MS);
    expect(Date.parse(certificate.validTo)).toBe(NOW + 397 * DAY_MS);
    expect(certificate.ca).toBe(false);
  });

  test('has a serial number of its own', () => {
    expect(certificate.serialNumber).toMatch(/^[4-7][0-9A-F]{31}$/);
    expect(new X509Certificate(selfSignedCertificate(NOW).certificatePem).serialNumber).not.toBe(
      certificate.serialNumber,
    );
  });
});

describe('keepOrReplace', () => {
  const stored = selfSignedCertificate(NOW);

  test('keeps a certificate that is good for more than a week', () => {
    expect(keepOrReplace(stored, NOW + 389 * DAY_MS)).toBe(stored);
  });

  test('replaces one that is near its end', () => {
    expect(keepOrReplace(stored, NOW + 390 * DAY_MS)).not.toBe(stored);
  });

  test.each([undefined, { certificatePem: 'no certificate', keyPem: '' }])(
    'makes a new one of %j',
    (broken) => {
      expect(keepOrReplace(broken, NOW).certificatePem).toMatch(/^-----BEGIN CERTIFICATE-----/);
    },
  );
});
