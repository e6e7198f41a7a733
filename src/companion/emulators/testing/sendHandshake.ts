import { randomBytes } from 'node:crypto';
import { connect as connectTcp } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** An HTTP response as it came off the wire. */
export interface RawResponse {
  readonly statusLine: string;
  /** In order, name and value as sent. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

export interface HandshakeOverrides {
  readonly method?: string;
  /** Sent after `Host`, in place of the four headers of an opening handshake. */
  readonly headers?: readonly (readonly [string, string])[];
  /** Sent after those four. */
  readonly extraHeaders?: readonly (readonly [string, string])[];
}

/** The four headers that every opening handshake has beside `Host`. */
export const UPGRADE_HEADERS = [
  ['Connection', 'Upgrade'],
  ['Upgrade', 'websocket'],
  ['Sec-WebSocket-Version', '13'],
  ['Sec-WebSocket-Key', randomBytes(16).toString('base64')],
] as const;

/**
 * Sends one handshake over a bare socket and reads the answer: no client library stands between the test and the bytes.
 * After a 101 it hangs up.
 */
export function sendHandshake(url: string, overrides: HandshakeOverrides = {}): Promise<RawResponse> {
  const { protocol, hostname, port, host, pathname, search } = new URL(url);
  const target = { host: hostname, port: Number(port), rejectUnauthorized: false };
  const socket = /^(wss|https):$/.test(protocol) ? connectTls(target) : connectTcp(target);
  const headers = [
    ['Host', host],
    ...(overrides.headers ?? UPGRADE_HEADERS),
    ...(overrides.extraHeaders ?? []),
  ];
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.write(`${overrides.method ?? 'GET'} ${pathname}${search} HTTP/1.1\r\n${lines}\r\n`);

  return new Promise((resolve, reject) => {
    let received = '';
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      received += text;
      const response = parse(received);
      if (response === null) return;
      resolve(response);
      socket.destroy();
    });
    socket.once('error', reject);
    socket.once('close', () => {
      reject(new Error(`The connection ended after ${JSON.stringify(received)}.`));
    });
  });
}

/** `null` until the response is complete. */
function parse(received: string): RawResponse | null {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd === -1) return null;
  const [statusLine = '', ...lines] = received.slice(0, headEnd).split('\r\n');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
  });
  const length = Number(headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1] ?? 0);
  const body = received.slice(headEnd + 4);
  return body.length < length ? null : { statusLine, headers, body };
}
