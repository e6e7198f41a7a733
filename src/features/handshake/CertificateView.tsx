import type { TlsRecord } from '#domain/handshake/handshakeRecord.ts';
import { Notice } from '#ui/Notice.tsx';
import { certificateFacts, tlsFacts } from './certificateFacts.ts';
import { Facts } from './Facts.tsx';

export interface CertificateViewProps {
  readonly tls: TlsRecord;
  /** When the handshake was, ms since the epoch: validity is told as of then. */
  readonly at: number;
}

export function CertificateView({ tls, at }: CertificateViewProps) {
  return (
    <div className="flex flex-col gap-2">
      {tls.trust.kind === 'untrusted' && (
        <Notice tone={tls.trust.isAccepted ? 'warn' : 'bad'}>
          {tls.trust.message} <span className="font-mono text-2xs text-ink-soft">{tls.trust.code}</span>
        </Notice>
      )}
      <Facts facts={tlsFacts(tls)} />
      <ol className="flex flex-col gap-2">
        {tls.chain.map((certificate, index) => (
          <li key={certificate.fingerprint} className="border-l-2 border-line pl-2">
            <p className="mb-0.5 text-2xs font-medium text-ink-soft">
              {index === 0 ? 'Server certificate' : `Issuer ${index}`}
            </p>
            <Facts facts={certificateFacts(certificate, at)} />
          </li>
        ))}
      </ol>
    </div>
  );
}
