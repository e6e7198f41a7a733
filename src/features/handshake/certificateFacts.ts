import { formatDateTime } from '#domain/format/formatDateTime.ts';
import type { Certificate, TlsRecord } from '#domain/handshake/handshakeRecord.ts';
import type { Fact } from './Facts.tsx';

const DAY_MS = 86_400_000;

export function tlsFacts(tls: TlsRecord): readonly Fact[] {
  return [
    { name: 'Version', value: tls.version },
    { name: 'Cipher', value: tls.cipher },
    { name: 'ALPN', value: tls.alpn ?? 'none selected' },
    { name: 'Server name', value: tls.serverName ?? 'none sent (the host is an address)' },
  ];
}

export function certificateFacts(certificate: Certificate, at: number): readonly Fact[] {
  return [
    { name: 'Subject', value: certificate.subject },
    { name: 'Issuer', value: certificate.isSelfSigned ? 'itself (self-signed)' : certificate.issuer },
    { name: 'Names', value: certificate.names.join(', ') || 'none' },
    { name: 'Valid', value: validity(certificate, at) },
    { name: 'SHA-256', value: certificate.fingerprint },
  ];
}

function validity({ validFrom, validTo }: Certificate, at: number): string {
  const span = `${formatDateTime(validFrom)} to ${formatDateTime(validTo)}`;
  if (at < validFrom) return `${span}: not yet valid`;
  if (at > validTo) return `${span}: expired`;
  const days = Math.floor((validTo - at) / DAY_MS);
  return `${span}: ${days === 1 ? '1 day' : `${days} days`} left`;
}
