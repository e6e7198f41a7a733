import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';

const END_OF_HEAD = '\r\n\r\n';

/** Calls back with the head of the request once that is in. */
export function onHead(socket: Socket, callback: (head: string) => void): void {
  let text = '';
  const take = (chunk: Buffer): void => {
    text += chunk.toString('latin1');
    const end = text.indexOf(END_OF_HEAD);
    if (end === -1) return;
    socket.off('data', take);
    callback(text.slice(0, end + END_OF_HEAD.length));
  };
  socket.on('data', take);
}

/** Answers each request with these very bytes; the connection stays as it is. */
export function answer(...lines: readonly string[]): (socket: Socket) => void {
  return (socket) => onHead(socket, () => socket.write(lines.join('\r\n'), 'latin1'));
}

/** As `answer`, and ends the connection. */
export function answerAndEnd(...lines: readonly string[]): (socket: Socket) => void {
  return (socket) => onHead(socket, () => socket.end(lines.join('\r\n'), 'latin1'));
}

/** Opens a WebSocket connection properly; `then` has the socket afterwards. */
export function acceptUpgrade(
  headers: readonly string[] = [],
  then: (socket: Socket) => void = () => {},
): (socket: Socket) => void {
  return (socket) => {
    onHead(socket, (head) => {
      socket.write([...openingLines(head), ...headers, '', ''].join('\r\n'), 'latin1');
      then(socket);
    });
  };
}

/** The head of a 101 for this request, without its end. */
export function openingLines(head: string): readonly string[] {
  const key = /^Sec-WebSocket-Key: (.*)\r$/im.exec(head)?.[1] ?? '';
  return [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${acceptFor(key)}`,
  ];
}

/** RFC 6455 section 4.2.2, written a second time so that a mistake in the first shows. */
function acceptFor(key: string): string {
  return createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
}
