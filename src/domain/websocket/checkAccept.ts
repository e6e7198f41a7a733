import type { HandshakeCheck } from '../handshake/handshakeRecord.ts';
import type { OpeningHandshake } from './openingHandshake.ts';
import { findHeader } from './headerField.ts';

/** 20 bytes of SHA-1 in base64. */
const ACCEPT_SHAPE = /^[A-Za-z0-9+/]{27}=$/;

/** Whether the server hashed the key of this very request (RFC 6455 section 4.2.2, gateways.md 1.2). */
export function checkAccept({ request, response, expectedAccept }: OpeningHandshake): HandshakeCheck {
  const accept = findHeader(response.headers, 'Sec-WebSocket-Accept');
  const key = findHeader(request.headers, 'Sec-WebSocket-Key');
  return {
    id: 'accept',
    verdict: accept?.trim() === expectedAccept ? 'kept' : 'broken',
    rule: 'Sec-WebSocket-Accept is the hash of the key that was sent, which proves that a WebSocket server read it.',
    seen: describeAccept(accept, expectedAccept, key),
    source: 'RFC 6455 sections 4.1 and 4.2.2',
  };
}

function describeAccept(accept: string | null, expected: string, key: string | null): string {
  if (accept === null) {
    return 'No Sec-WebSocket-Accept header. Something other than a WebSocket server wrote this 101.';
  }
  const seen = `Sec-WebSocket-Accept: ${accept}`;
  if (accept.trim() === expected) return `${seen} (matches the key)`;
  return `${seen}, where this key gives ${expected}. ${likelyCause(accept.trim(), key)}`;
}

function likelyCause(accept: string, key: string | null): string {
  if (accept === key) return 'It is the key itself, sent back without hashing it.';
  if (!ACCEPT_SHAPE.test(accept))
    return 'It is no SHA-1 hash in base64: the answer was probably written by hand.';
  return 'The answer was cached, or the server hashed a different key.';
}
