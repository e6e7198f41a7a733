import type { HandshakeRecord, HeaderField } from './handshakeRecord.ts';

/**
 * The head of the upgrade request as it went over the wire, one header a line; empty when none was sent. It holds the
 * credentials that the record holds: mask the record before showing or copying.
 */
export function requestText({ request }: Pick<HandshakeRecord, 'request'>): string {
  return request === null ? '' : headText(request.requestLine, request.headers);
}

/** The head of the answer as it came over the wire, one header a line; empty when none came. */
export function responseText({ response }: Pick<HandshakeRecord, 'response'>): string {
  if (response === null) return '';
  const { httpVersion, status, reason, headers } = response;
  return headText(`HTTP/${httpVersion} ${status} ${reason}`.trimEnd(), headers);
}

function headText(startLine: string, headers: readonly HeaderField[]): string {
  return [startLine, ...headers.map(({ name, value }) => `${name}: ${value}`)].join('\n');
}
