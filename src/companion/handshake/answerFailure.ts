import type { UpgradeRequest } from '#domain/handshake/handshakeRecord.ts';
import { systemCodeOf, type AttemptFailureCode } from './failure.ts';
import { MAX_HEAD_BYTES } from './limits.ts';
import { quoteBytes } from './quoteBytes.ts';
import { isClientCertificateAlert } from './secureSocket.ts';

export interface AnswerFailure {
  readonly code: AttemptFailureCode;
  readonly detail: string;
}

/** Why no answer came that HTTP can read. */
export function explainAnswerError(
  error: unknown,
  firstBytes: Buffer | null,
  request: UpgradeRequest,
): AnswerFailure {
  const code = systemCodeOf(error) ?? '';
  if (code === 'HPE_HEADER_OVERFLOW') {
    return { code: 'answer-too-large', detail: `Postern reads ${MAX_HEAD_BYTES / 1024} KiB of it.` };
  }
  if (code.startsWith('HPE_')) return explainNonHttp(firstBytes, request);
  // With TLS 1.3 the server looks at the client's certificate only after the client has finished its handshake.
  if (isClientCertificateAlert(error)) return { code: 'tls-client-certificate-required', detail: '' };
  if (code.startsWith('ERR_SSL_')) return { code: 'tls-protocol', detail: '' };
  // Node calls an orderly end without an answer ECONNRESET too; only the system's own error has a system call.
  const isReset = error instanceof Error && 'syscall' in error;
  return {
    code: isReset ? 'answer-reset' : 'answer-closed',
    detail: firstBytes === null ? '' : 'The head of an answer had begun.',
  };
}

/** TLS records begin with their type and version (RFC 8446 section 5.1): alert, 3. */
const TLS_ALERT = [0x15, 0x03] as const;

function explainNonHttp(firstBytes: Buffer | null, { requestLine }: UpgradeRequest): AnswerFailure {
  if (firstBytes === null) return { code: 'answer-not-http', detail: '' };
  if (firstBytes[0] === TLS_ALERT[0] && firstBytes[1] === TLS_ALERT[1]) {
    return { code: 'answer-tls-expected', detail: '' };
  }
  // An echo server sends the request back, and with it the secrets of the query and the headers.
  if (firstBytes.includes(requestLine.slice(0, 'GET /'.length))) {
    return { code: 'answer-not-http', detail: 'It sent the request back.' };
  }
  return { code: 'answer-not-http', detail: `It begins: ${quoteBytes(firstBytes)}` };
}
