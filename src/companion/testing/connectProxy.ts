import { connect } from 'node:net';
import { onHead } from './answers.ts';
import { serve, type ServeOptions, type TestServer } from './serve.ts';

export interface ConnectProxyOptions extends ServeOptions {
  /** `user:password` that it wants; none when left out. */
  readonly credentials?: string;
}

/** A small forward proxy: CONNECT and nothing else (RFC 9110 section 9.3.6). */
export async function serveConnectProxy(options: ConnectProxyOptions = {}): Promise<TestServer> {
  const wanted =
    options.credentials === undefined
      ? null
      : `Proxy-Authorization: Basic ${Buffer.from(options.credentials).toString('base64')}\r\n`;
  return await serve((client) => {
    onHead(client, (head) => {
      if (wanted !== null && !head.includes(wanted)) {
        client.end(PROXY_AUTHENTICATION_REQUIRED);
        return;
      }
      const [, host, port] = /^CONNECT (?:\[?)([^\]\s]+?)\]?:(\d+) HTTP\/1\.1\r\n/.exec(head) ?? [];
      const target = connect(Number(port), host === 'gateway.example.com' ? '127.0.0.1' : host);
      target.on('error', () => client.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n'));
      target.on('connect', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        client.pipe(target).pipe(client);
      });
      client.on('close', () => target.destroy());
    });
  }, options);
}

const PROXY_AUTHENTICATION_REQUIRED = [
  'HTTP/1.1 407 Proxy Authentication Required',
  'Proxy-Authenticate: Basic realm="proxy"',
  'Content-Length: 14',
  '',
  'Who are you?\r\n',
].join('\r\n');
