import { assertNever } from '../assertNever.ts';
import { decodeBase64, encodeBase64 } from '../format/base64.ts';
import type { HandshakeOutcome, HandshakeRecord, HeaderField } from '../handshake/handshakeRecord.ts';
import type { SecretMasker } from './secretMasker.ts';

/** The record with secret values taken out of everything that client or server said, wherever that stands. */
export function maskRecordValues(record: HandshakeRecord, mask: SecretMasker): HandshakeRecord {
  const { url, request, response, checks, outcome } = record;
  const maskHeaders = (headers: readonly HeaderField[]) =>
    headers.map(({ name, value }) => ({ name, value: mask.text(value) }));
  return {
    ...record,
    url: mask.text(url),
    request:
      request === null
        ? null
        : { requestLine: mask.text(request.requestLine), headers: maskHeaders(request.headers) },
    response:
      response === null
        ? null
        : {
            ...response,
            reason: mask.text(response.reason),
            headers: maskHeaders(response.headers),
            body:
              response.body === null
                ? null
                : { ...response.body, base64: maskBase64(response.body.base64, mask) },
          },
    checks: checks.map((check) => ({ ...check, seen: mask.text(check.seen) })),
    outcome: outcome === null ? null : maskOutcome(outcome, mask),
  };
}

export function maskOutcome(outcome: HandshakeOutcome, mask: SecretMasker): HandshakeOutcome {
  switch (outcome.kind) {
    case 'open': {
      const { subprotocol, extensions } = outcome;
      return {
        kind: 'open',
        subprotocol: subprotocol === null ? null : mask.text(subprotocol),
        extensions: extensions === null ? null : mask.text(extensions),
      };
    }
    case 'refused':
      return { ...outcome, reason: mask.text(outcome.reason) };
    case 'failed': {
      const { failure } = outcome;
      const [message, advice] = [mask.text(failure.message), mask.text(failure.advice)];
      return { kind: 'failed', failure: { ...failure, message, advice } };
    }
    case 'cancelled':
      return outcome;
    default:
      return assertNever(outcome);
  }
}

function maskBase64(base64: string, mask: SecretMasker): string {
  const decoded = decodeBase64(base64);
  const masked = decoded.ok ? mask.bytes(decoded.bytes) : null;
  return masked === null ? base64 : encodeBase64(masked);
}
