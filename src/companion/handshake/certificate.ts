import type { Certificate } from '#domain/handshake/handshakeRecord.ts';
import { X509Certificate } from 'node:crypto';
import type { DetailedPeerCertificate } from 'node:tls';

/** The chain from the leaf upwards. Node ends it with the trusted root, whether the server sent that or not. */
export function readChain(leaf: DetailedPeerCertificate): readonly Certificate[] {
  const chain: Certificate[] = [];
  const seen = new Set<string>();
  let current: DetailedPeerCertificate | undefined = leaf;
  // A self-signed certificate is its own issuer, and two that signed one another go round in a circle.
  while (current?.raw !== undefined && !seen.has(current.fingerprint256)) {
    seen.add(current.fingerprint256);
    chain.push(readCertificate(current.raw));
    current = current.issuerCertificate;
  }
  return chain;
}

function readCertificate(der: Buffer): Certificate {
  const certificate = new X509Certificate(der);
  return {
    subject: formatName(certificate.subject),
    issuer: formatName(certificate.issuer),
    names: splitNames(certificate.subjectAltName),
    validFrom: Date.parse(certificate.validFrom),
    validTo: Date.parse(certificate.validTo),
    fingerprint: certificate.fingerprint256,
    serialNumber: certificate.serialNumber,
    isSelfSigned: certificate.checkIssued(certificate),
  };
}

/** Node gives one attribute a line, most general first; people read the common name first (RFC 4514). */
function formatName(lines: string | undefined): string {
  return (lines ?? '').split('\n').toReversed().join(', ');
}

/** `DNS:a, DNS:b`; a name with a comma in it is in quotes. */
function splitNames(names: string | undefined): readonly string[] {
  return names?.match(/[^,\s](?:"(?:[^"\\]|\\.)*"|[^",])*/g) ?? [];
}
