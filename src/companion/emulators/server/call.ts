import type { IncomingMessage } from 'node:http';

/** One request as a gateway looks at it. */
export interface Call {
  readonly request: IncomingMessage;
  readonly method: string;
  /** The `Host` header, port included. */
  readonly host: string;
  /** The request target up to the query, exactly as sent. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The query exactly as sent, with its question mark; empty for none. */
  readonly search: string;
  /** A GET with the three headers of RFC 6455 section 4.2.1 that ask for WebSocket version 13. */
  readonly isUpgrade: boolean;
}

export function readCall(request: IncomingMessage): Call {
  const target = request.url ?? '/';
  const queryStart = target.indexOf('?');
  const path = queryStart === -1 ? target : target.slice(0, queryStart);
  const search = target.slice(path.length);
  return {
    request,
    method: request.method ?? 'GET',
    host: request.headers.host ?? '',
    path,
    query: new URLSearchParams(search),
    search,
    isUpgrade: isUpgrade(request),
  };
}

/** A header that can stand once in a request; of a repeated one the first counts. */
export function headerOf(call: Call, name: string): string | undefined {
  const value = call.request.headers[name.toLowerCase()];
  return Array.isArray(value) ? value[0] : value;
}

/** The token of `Authorization: Bearer …`. */
export function bearerTokenOf(call: Call): string | undefined {
  return /^Bearer (\S+)$/i.exec(headerOf(call, 'Authorization') ?? '')?.[1];
}

function isUpgrade({ method, headers }: IncomingMessage): boolean {
  return (
    method === 'GET' &&
    hasToken(headers.connection, 'upgrade') &&
    hasToken(headers.upgrade, 'websocket') &&
    headers['sec-websocket-version'] === '13'
  );
}

function hasToken(list: string | undefined, token: string): boolean {
  return (list ?? '').split(',').some((item) => item.trim().toLowerCase() === token);
}
