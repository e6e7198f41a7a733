import type { TlsOptions } from '#domain/connection/connectionRequest.ts';
import type { TlsRecord } from '#domain/handshake/handshakeRecord.ts';
import { isIP, type Socket } from 'node:net';
import { connect, type SecureContext, type TLSSocket } from 'node:tls';
import type { Attempt } from './attempt.ts';
import { readChain } from './certificate.ts';
import { systemCodeOf, type AttemptFailureCode } from './failure.ts';
import type { Target } from './target.ts';
import { describeTrust } from './trust.ts';

/** A TLS handshake that failed, with what was known by then. */
export class TlsHandshakeError extends Error {
  override readonly name = 'TlsHandshakeError';
  readonly code: AttemptFailureCode;

  constructor(code: AttemptFailureCode, cause: Error) {
    super(`The TLS handshake failed: ${code}.`, { cause });
    this.code = code;
  }
}

/** Does the TLS handshake, and accepts any certificate: whether to trust it is read from the record. */
export function secureSocket(
  socket: Socket,
  target: Target,
  options: TlsOptions,
  secureContext: SecureContext,
  attempt: Attempt,
): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const serverName = serverNameFor(target, options);
    const secured = connect({
      socket,
      secureContext,
      // What `checkServerIdentity` compares with where there is no server name: an address.
      host: target.host,
      ...(serverName === null ? {} : { servername: serverName }),
      ALPNProtocols: ['http/1.1'],
      // A certificate that is refused is recorded first: Node checks it all the same and says so in `authorized`.
      rejectUnauthorized: false,
    });
    attempt.keepOver(secured, socket);
    let hasServerSpoken = false;
    // Keys exist once the server has sent its certificate and everything else: an alert after that is about ours.
    secured.once('keylog', () => {
      hasServerSpoken = true;
    });
    secured.once('secureConnect', () => resolve(secured));
    secured.once('error', (error) => {
      reject(new TlsHandshakeError(tlsFailureCode(error, hasServerSpoken), error));
    });
  });
}

/** The name for SNI, which takes no addresses (RFC 6066 section 3). */
export function serverNameFor(target: Target, { serverName }: TlsOptions): string | null {
  if (serverName !== '') return serverName;
  return isIP(target.host) === 0 ? target.host : null;
}

export function readTls(socket: TLSSocket, target: Target, options: TlsOptions): TlsRecord {
  const chain = readChain(socket.getPeerCertificate(true));
  const serverName = serverNameFor(target, options);
  const isAccepted = !options.verifiesCertificate;
  return {
    version: socket.getProtocol() ?? '',
    cipher: socket.getCipher().standardName,
    alpn: typeof socket.alpnProtocol === 'string' ? socket.alpnProtocol : null,
    serverName,
    chain,
    trust: describeTrust(verificationCode(socket), chain[0], serverName ?? target.host, isAccepted),
  };
}

/** Node's types promise an `Error`; what stands there is its code. */
function verificationCode({ authorized, authorizationError }: TLSSocket): string | null {
  if (authorized) return null;
  const error: unknown = authorizationError;
  if (typeof error === 'string') return error;
  return systemCodeOf(error) ?? 'UNKNOWN';
}

/** Alerts about a client's certificate (RFC 8446 section 6.2), by OpenSSL's names. */
const CLIENT_CERTIFICATE_ALERTS: ReadonlySet<string> = new Set([
  'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
  'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE',
  'ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN',
  'ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED',
  'ERR_SSL_SSLV3_ALERT_CERTIFICATE_REVOKED',
  'ERR_SSL_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE',
  'ERR_SSL_SSL/TLS_ALERT_BAD_CERTIFICATE',
  'ERR_SSL_SSL/TLS_ALERT_CERTIFICATE_UNKNOWN',
  'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
]);

export function isClientCertificateAlert(error: unknown): boolean {
  return CLIENT_CERTIFICATE_ALERTS.has(systemCodeOf(error) ?? '');
}

function tlsFailureCode(error: Error, hasServerSpoken: boolean): AttemptFailureCode {
  if (isClientCertificateAlert(error)) return 'tls-client-certificate-required';
  const code = systemCodeOf(error) ?? '';
  // TLS 1.2 has no alert for a missing client certificate: servers send this one, late.
  if (code.endsWith('HANDSHAKE_FAILURE') && hasServerSpoken) return 'tls-client-certificate-required';
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|RECORD_LAYER_FAILURE/.test(code)) {
    return 'tls-not-tls';
  }
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'tls-reset';
  return 'tls-protocol';
}
