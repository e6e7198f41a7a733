import type { HandshakeFailureCode, HandshakeOutcome } from '../handshake/handshakeRecord.ts';
import { CLOSE_CODE, explainCloseCode } from '../websocket/closeCode.ts';

/**
 * Ends that the same request and the same messages would come to again (RFC 6455 section 7.4.1; 3000 and 3003 of the IANA
 * registry). Codes of the application's own (4000 to 4999) say nothing of that, so those are tried again.
 */
const FINAL_CLOSE_CODES: ReadonlySet<number> = new Set([
  CLOSE_CODE.protocolError,
  CLOSE_CODE.unsupportedData,
  CLOSE_CODE.invalidPayload,
  CLOSE_CODE.policyViolation,
  CLOSE_CODE.messageTooBig,
  CLOSE_CODE.mandatoryExtension,
  CLOSE_CODE.unauthorized,
  CLOSE_CODE.forbidden,
]);

/** Refusals that pass: timeouts, too early, too many requests (RFC 9110, 8470, 6585); those from 500 on do too. */
const PASSING_STATUSES: ReadonlySet<number> = new Set([408, 425, 429]);
const FIRST_SERVER_ERROR = 500;

/** What a server or this machine would have to be set up differently for. */
const FINAL_FAILURES: ReadonlySet<HandshakeFailureCode> = new Set([
  'tls-untrusted',
  'tls-expired',
  'tls-not-yet-valid',
  'tls-wrong-host',
  'tls-client-certificate-required',
  'tls-client-certificate-unusable',
  'tls-not-tls',
  'answer-not-http',
  'answer-too-large',
  'answer-tls-expected',
  'checks-broken',
  'target-forbidden',
  'request-invalid',
]);

/** Why a connection that ended so is not opened again, completing "not reconnecting:"; `null` where it is. */
export function whyNotAfterClose(closeCode: number): string | null {
  if (!FINAL_CLOSE_CODES.has(closeCode)) return null;
  return `what ended with ${closeCode} ${explainCloseCode(closeCode).name} would end so again`;
}

/** The same of an attempt that has not opened. */
export function whyNotAfterAttempt(
  outcome: Extract<HandshakeOutcome, { kind: 'refused' | 'failed' }>,
): string | null {
  if (outcome.kind === 'failed') {
    return FINAL_FAILURES.has(outcome.failure.code) ? 'another attempt would fail in the same way' : null;
  }
  const { status } = outcome;
  if (PASSING_STATUSES.has(status) || status >= FIRST_SERVER_ERROR) return null;
  return `a refusal with ${status} does not pass by itself`;
}
