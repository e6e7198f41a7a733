import type { TlsOptions } from '#domain/connection/connectionRequest.ts';
import type { AttemptFailureCode } from './failure.ts';

/** What OpenSSL or the options add to a failure of TLS: a sentence, or empty. */
export function describeTlsError(code: AttemptFailureCode, cause: unknown, options: TlsOptions): string {
  if (code === 'tls-client-certificate-required') {
    return options.clientCertificatePem.trim() === ''
      ? 'None was sent.'
      : 'It refused the one that was sent.';
  }
  const isExplained = cause instanceof Error && 'reason' in cause && typeof cause.reason === 'string';
  return code === 'tls-protocol' && isExplained ? `OpenSSL says: ${String(cause.reason)}.` : '';
}
