import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type Handler } from './exchange.ts';
import { listen, type ListeningServer } from './listen.ts';
import { sendHandshake } from '../testing/sendHandshake.ts';

const ANSWER = {
  status: 418,
  reasonPhrase: 'Short and Stout',
  headers: [['X-Pot', 'tea']],
  body: '',
} as const;
const answering: Handler = ({ answer }) => {
  answer(ANSWER);
};

let servers: ListeningServer[] = [];
const start = async (handle: Handler) => {
  const server = await listen({ port: 0, handle });
  servers.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

test('an upgrade is answered with the headers of the answer and no others', async () => {
  const { port } = await start(answering);
  expect(await sendHandshake(`ws://127.0.0.1:${port}/`)).toEqual({
    statusLine: 'HTTP/1.1 418 Short and Stout',
    headers: [['X-Pot', 'tea']],
    body: '',
  });
});

test('a plain request is answered with the same, and kept alive', async () => {
  const { port } = await start(answering);
  const { statusLine, headers } = await sendHandshake(`http://127.0.0.1:${port}/`, { headers: [] });
  expect(statusLine).toBe('HTTP/1.1 418 Short and Stout');
  expect(headers.map(([name]) => name)).toEqual(['X-Pot', 'Connection', 'Keep-Alive', 'Transfer-Encoding']);
});

test('a handler that fails cuts its own connection and no other', async () => {
  const warning = once(process, 'warning');
  const { port } = await start(({ call, answer }) => {
    if (call.path === '/fault') throw new Error('A fault on purpose.');
    answer(ANSWER);
  });
  await expect(sendHandshake(`ws://127.0.0.1:${port}/fault`)).rejects.toThrow('The connection ended');
  expect(String((await warning)[0])).toBe('Error: A fault on purpose.');
  expect((await sendHandshake(`ws://127.0.0.1:${port}/`)).statusLine).toBe('HTTP/1.1 418 Short and Stout');
});

test('what is no HTTP is hung up on', async () => {
  const { port } = await start(answering);
  const socket = connect(port, '127.0.0.1');
  socket.write('hello, is there anybody?\r\n\r\n');
  await once(socket, 'close');
  expect(socket.bytesRead).toBe(0);
});

test('close resolves while a client is still connected', async () => {
  const server = await listen({ port: 0, handle: () => {} });
  const socket = connect(server.port, '127.0.0.1');
  await once(socket, 'connect');
  const closed = once(socket, 'close');
  await server.close();
  await closed;
  expect(socket.destroyed).toBe(true);
});
