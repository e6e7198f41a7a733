import { generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto';
import {
  bitString,
  boolean,
  explicit,
  implicit,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  set,
  utcTime,
  utf8String,
} from './der.ts';

/** A server's certificate and its key, both PEM. */
export interface Certificate {
  readonly certificatePem: string;
  readonly keyPem: string;
}

const DAY_MS = 86_400_000;
/** The longest that every client accepts: browsers refuse server certificates of 399 days and more. */
const VALIDITY_DAYS = 397;
/** A certificate this near its end is replaced at start, so that it does not end in the middle of a day's work. */
const RENEWAL_DAYS = 7;
/** 16 bytes are unique without a register; RFC 5280 section 4.1.2.2 allows 20. */
const SERIAL_BYTES = 16;

const ECDSA_WITH_SHA256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'));
const COMMON_NAME = objectIdentifier('2.5.4.3');
const SUBJECT_ALTERNATIVE_NAME = objectIdentifier('2.5.29.17');
const BASIC_CONSTRAINTS = objectIdentifier('2.5.29.19');

/** GeneralName choices of RFC 5280 section 4.2.1.6. */
const DNS_NAME = 2;
const IP_ADDRESS = 7;
const IPV4_LOOPBACK = Buffer.of(127, 0, 0, 1);
const IPV6_LOOPBACK = Buffer.of(...Array.from({ length: 15 }, () => 0), 1);

/** The certificate given, as long as it is good for a while, else a new one. */
export function keepOrReplace(certificate: Certificate | undefined, now: number): Certificate {
  return certificate !== undefined && isGood(certificate, now) ? certificate : selfSignedCertificate(now);
}

/**
 * A self-signed certificate for loopback (RFC 5280), as usual on IBM gateways (gateways.md 6.1). It is written out here
 * because Node's crypto module reads certificates but makes none.
 */
export function selfSignedCertificate(now: number): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(set(sequence(COMMON_NAME, utf8String('Postern local IBM gateway'))));
  const toBeSigned = sequence(
    explicit(0, integer(Buffer.of(2))),
    integer(serialNumber()),
    ECDSA_WITH_SHA256,
    name,
    sequence(utcTime(now - DAY_MS), utcTime(now + VALIDITY_DAYS * DAY_MS)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    explicit(3, sequence(basicConstraints(), subjectAlternativeName())),
  );
  const signature = sign('sha256', toBeSigned, privateKey);
  return {
    certificatePem: toPem(sequence(toBeSigned, ECDSA_WITH_SHA256, bitString(signature))),
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function isGood({ certificatePem }: Certificate, now: number): boolean {
  try {
    return Date.parse(new X509Certificate(certificatePem).validTo) > now + RENEWAL_DAYS * DAY_MS;
  } catch {
    // A stored file that is no certificate is replaced like an old one.
    return false;
  }
}

/** DER wants the shortest form of an integer, so its first byte must not be zero. */
function serialNumber(): Buffer {
  const bytes = randomBytes(SERIAL_BYTES);
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f);
  return bytes;
}

/** No authority: a person who trusts it trusts this server and nothing else. */
function basicConstraints(): Buffer {
  return sequence(BASIC_CONSTRAINTS, boolean(true), octetString(sequence()));
}

function subjectAlternativeName(): Buffer {
  const names = sequence(
    implicit(DNS_NAME, Buffer.from('localhost')),
    implicit(IP_ADDRESS, IPV4_LOOPBACK),
    implicit(IP_ADDRESS, IPV6_LOOPBACK),
  );
  return sequence(SUBJECT_ALTERNATIVE_NAME, octetString(names));
}

function toPem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
