import { formatDateTime } from '#domain/format/formatDateTime.ts';
import type { Certificate, TlsRecord } from '#domain/handshake/handshakeRecord.ts';

const DAY_MS = 86_400_000;

/** TLS in one line: `TLSv1.3 · CN=gateway.example.com · trusted · 41 days left`. */
export function describeTls({ version, chain, trust }: TlsRecord, at: number): string {
  const [leaf] = chain;
  const isTrusted = trust.kind === 'trusted' ? 'trusted' : `not trusted (${trust.code})`;
  return [version, ...(leaf === undefined ? [] : [leaf.subject]), isTrusted, ...timeLeft(leaf, at)].join(
    ' · ',
  );
}

/** The certificates as the server sent them, a line each. */
export function describeChain({ chain }: TlsRecord, at: number): readonly string[] {
  return chain.flatMap((certificate) => [
    certificate.subject,
    `  issuer   ${certificate.isSelfSigned ? 'itself (self-signed)' : certificate.issuer}`,
    `  names    ${certificate.names.join(', ') || 'none'}`,
    `  valid    ${formatDateTime(certificate.validFrom)} to ${formatDateTime(certificate.validTo)}: ${timeLeft(certificate, at).join('')}`,
    `  SHA-256  ${certificate.fingerprint}`,
  ]);
}

function timeLeft(certificate: Certificate | undefined, at: number): readonly string[] {
  if (certificate === undefined) return [];
  if (at < certificate.validFrom) return ['not valid yet'];
  if (at > certificate.validTo) return ['expired'];
  const days = Math.floor((certificate.validTo - at) / DAY_MS);
  return [days === 1 ? '1 day left' : `${days} days left`];
}
