import type { HeaderField, Responder, UpgradeResponse } from '#domain/handshake/handshakeRecord.ts';
import type { IncomingMessage, InformationEvent } from 'node:http';

/** The head of an answer, its headers in order and case as sent. */
export function readResponseHead(
  message: IncomingMessage | InformationEvent,
  from: Responder,
): UpgradeResponse {
  return {
    from,
    httpVersion: message.httpVersion,
    status: message.statusCode ?? 0,
    reason: message.statusMessage ?? '',
    headers: pairHeaders(message.rawHeaders),
    body: null,
  };
}

/** Node gives names and values in turn. */
function pairHeaders(raw: readonly string[]): readonly HeaderField[] {
  const headers: HeaderField[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    headers.push({ name: raw[index] ?? '', value: raw[index + 1] ?? '' });
  }
  return headers;
}
