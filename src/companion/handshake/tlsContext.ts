import type { TlsOptions } from '#domain/connection/connectionRequest.ts';
import { X509Certificate } from 'node:crypto';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { failed } from './attempt.ts';
import { systemCodeOf } from './failure.ts';

/** Everything the TLS handshake needs from the options; throws `AttemptEnd` when a PEM text is unusable. */
export function createTlsContext(options: TlsOptions): SecureContext {
  const authorities = trustedAuthorities(options);
  const { clientCertificatePem: cert, clientKeyPem: key, clientKeyPassphrase: passphrase } = options;
  if (cert.trim() === '' && key.trim() === '') return createSecureContext({ ...authorities });
  if (cert.trim() === '') throw unusable('There is a key without a certificate.');
  if (key.trim() === '') throw unusable('There is a certificate without its key.');
  try {
    return createSecureContext({ ...authorities, cert, key, ...(passphrase === '' ? {} : { passphrase }) });
  } catch (error) {
    const code = systemCodeOf(error);
    throw unusable(explainUnusable(code ?? '', options), code);
  }
}

/** The authorities to trust, for the target and for a proxy alike: the system's, and the profile's own. */
export function trustedAuthorities({ caPem }: TlsOptions): { ca?: string[] } {
  if (caPem.trim() === '') return {};
  const own = caPem.match(CERTIFICATE_BLOCK) ?? [];
  if (own.length === 0 || !own.every(isCertificate)) {
    const detail = 'The certificate authority in the TLS options is no certificate in PEM.';
    throw failed('tls', 'request-invalid', { peer: '', host: '', limitMs: 0, detail });
  }
  return { ca: [...rootCertificates, ...own] };
}

const CERTIFICATE_BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    // OpenSSL's reason is of no use here: it names bytes of the encoding.
    return false;
  }
}

/** What OpenSSL says of a client certificate that it does not take. */
const MEANINGS: Readonly<Record<string, string>> = {
  ERR_OSSL_X509_KEY_VALUES_MISMATCH: 'The key belongs to another certificate.',
  ERR_OSSL_X509_KEY_TYPE_MISMATCH: 'The key belongs to another certificate.',
  ERR_OSSL_PEM_NO_START_LINE:
    'The certificate or its key is not PEM: the line that begins with -----BEGIN is missing.',
};

function explainUnusable(code: string, { clientKeyPem, clientKeyPassphrase }: TlsOptions): string {
  const meaning = MEANINGS[code];
  if (meaning !== undefined) return meaning;
  // A wrong passphrase makes noise of the key, and OpenSSL says many things of noise.
  if (!/ENCRYPTED/.test(clientKeyPem)) return 'The certificate or its key is not PEM that OpenSSL can read.';
  return clientKeyPassphrase === ''
    ? 'The key is encrypted and needs its passphrase.'
    : 'The passphrase does not open the key.';
}

function unusable(detail: string, systemCode: string | null = null): Error {
  return failed(
    'tls',
    'tls-client-certificate-unusable',
    { peer: '', host: '', limitMs: 0, detail },
    systemCode,
  );
}
