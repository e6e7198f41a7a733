import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import type { HeaderField, UpgradeRequest } from '#domain/handshake/handshakeRecord.ts';
import { findHeader } from '#domain/websocket/headerField.ts';
import { basicCredentials } from './basicCredentials.ts';
import type { Target } from './target.ts';

/** The only version there is (RFC 6455 section 4.1). */
const WEBSOCKET_VERSION = '13';

/** As browsers offer it: the server may choose our window's size (RFC 7692 section 7.1.2.2). */
const COMPRESSION_OFFER = 'permessage-deflate; client_max_window_bits';

export interface OwnHeaders {
  /** 16 random bytes, base64. */
  readonly key: string;
  readonly userAgent: string;
}

/** The upgrade request: ours first, in an order that never changes, then the person's own headers in theirs. */
export function buildUpgradeRequest(
  request: ConnectionRequest,
  target: Target,
  own: OwnHeaders,
): UpgradeRequest {
  const headers: HeaderField[] = [
    { name: 'Host', value: target.authority },
    { name: 'Upgrade', value: 'websocket' },
    { name: 'Connection', value: 'Upgrade' },
    { name: 'Sec-WebSocket-Key', value: own.key },
    { name: 'Sec-WebSocket-Version', value: WEBSOCKET_VERSION },
  ];
  if (request.origin !== null) headers.push({ name: 'Origin', value: request.origin });
  if (request.subprotocols.length > 0) {
    headers.push({ name: 'Sec-WebSocket-Protocol', value: request.subprotocols.join(', ') });
  }
  if (request.options.offersCompression) {
    headers.push({ name: 'Sec-WebSocket-Extensions', value: COMPRESSION_OFFER });
  }
  const addUnlessSet = (name: string, value: string | null): void => {
    if (value !== null && findHeader(request.headers, name) === null) headers.push({ name, value });
  };
  addUnlessSet('User-Agent', own.userAgent);
  addUnlessSet('Authorization', basicCredentials(target.url));
  return { requestLine: `GET ${target.path} HTTP/1.1`, headers: [...headers, ...request.headers] };
}
