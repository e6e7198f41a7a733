import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Emulator } from '../emulator.ts';
import { deriveSecretsFrom } from '../secrets/deriveSecret.ts';
import { connectClient } from '../testing/connectClient.ts';
import { sendHandshake } from '../testing/sendHandshake.ts';
import { createTurnedClock, type TurnedClock } from '../testing/turnedClock.ts';
import type { LambdaEvent } from './lambda.ts';
import { startAws } from './startAws.ts';

const START = Date.UTC(2024, 1, 19, 7, 11, 42);
const MINUTE_MS = 60_000;
const KB = 1024;
const ECHO = '{"action":"echo","data":"hello"}';
const ECHOED = '{"message":"echo","data":"hello"}';

let clock: TurnedClock;
let aws: Emulator;
let events: LambdaEvent[];
let eventSeen: (event: LambdaEvent) => void;
beforeEach(async () => {
  clock = createTurnedClock(START);
  // Of this test alone: the clients of the one before may still be disconnecting.
  const ownEvents: LambdaEvent[] = [];
  events = ownEvents;
  eventSeen = () => {};
  const onEvent = (event: LambdaEvent) => {
    ownEvents.push(event);
    if (events === ownEvents) eventSeen(event);
  };
  aws = await startAws({ port: 0, secrets: deriveSecretsFrom('a seed for tests'), clock, onEvent });
});
afterEach(() => aws.close());

const urlOf = (stage: string) => `${aws.gateway.baseUrl}/${stage}`;
const connect = (stage: string) => connectClient(urlOf(stage));
const connectionIdOf = () => events[0]?.requestContext.connectionId ?? '';
/** Resolves with the event of `$disconnect`. Ask before it can happen. */
const disconnection = () =>
  new Promise<LambdaEvent>((resolve) => {
    eventSeen = (event) => {
      if (event.requestContext.eventType === 'DISCONNECT') resolve(event);
    };
  });

describe('routing', () => {
  test.each([
    ['{"action":"echo","data":{"a":[1]}}', '{"message":"echo","data":{"a":[1]}}'],
    ['{"action":"other"}', String.raw`{"message":"default","received":"{\"action\":\"other\"}"}`],
    ['{"action":"$connect"}', String.raw`{"message":"default","received":"{\"action\":\"$connect\"}"}`],
    ['no JSON', '{"message":"default","received":"no JSON"}'],
    ['["echo"]', String.raw`{"message":"default","received":"[\"echo\"]"}`],
  ])('answers %s on a stage with $default', async (message, reply) => {
    const client = await connect('dev');
    client.send(message);
    expect(await client.next()).toBe(reply);
  });

  test('keeps the connection open after a message without a route', async () => {
    const client = await connect('no-default');
    client.send('{"action":"nope"}');
    expect(await client.next()).toContain(`"connectionId":"${connectionIdOf()}"`);
    client.send(ECHO);
    expect(await client.next()).toBe(ECHOED);
  });

  test('gives the Lambda its 29 seconds, then says that it timed out', async () => {
    const client = await connect('faulty');
    const invoked = new Promise<LambdaEvent>((resolve) => {
      eventSeen = resolve;
    });
    client.send('{"action":"hangs"}');
    const { requestContext } = await invoked;
    clock.turn(29_000);
    expect(await client.next()).toBe(
      `{"message": "Endpoint request timed out", "connectionId":"${requestContext.connectionId}", "requestId":"${requestContext.extendedRequestId}"}`,
    );
  });

  test('sends the body of the Lambda on a two-way route', async () => {
    const client = await connect('faulty');
    client.send('{"action":"answers"}');
    expect(await client.next()).toBe('{"message":"answered by the route"}');
  });

  test('ignores the status of a route, except on a stage that heeds it', async () => {
    const ignoring = await connect('faulty');
    ignoring.send('{"action":"status"}');
    expect(await ignoring.next()).toBe('{"message":"the route says 500"}');
    const heeding = await connect('heeds-status');
    heeding.send('{"action":"status"}');
    expect(await heeding.next()).toMatch(/^\{"message": "Internal server error", /);
  });

  test('lets a Lambda delete the connection that asked for it', async () => {
    const client = await connect('faulty');
    client.send('{"action":"leave"}');
    expect(await client.closed()).toEqual({ closeCode: 1000, reason: 'Connection Closed Normally' });
  });

  test('reassembles fragments before it routes', async () => {
    const client = await connect('dev');
    client.socket.send(ECHO.slice(0, 10), { fin: false });
    client.socket.send(ECHO.slice(10));
    expect(await client.next()).toBe(ECHOED);
  });
});

describe('what a Lambda is told', () => {
  test('of the handshake: headers, query and one id for both request ids', async () => {
    await connectClient(`${urlOf('dev')}?room=1&room=2`, [], { headers: { 'user-agent': 'test' } });
    const [event] = events;
    expect(event).toMatchObject({
      queryStringParameters: { room: '2' },
      multiValueQueryStringParameters: { room: ['1', '2'] },
      headers: { 'Sec-WebSocket-Version': '13' },
      requestContext: {
        routeKey: '$connect',
        eventType: 'CONNECT',
        messageDirection: 'IN',
        stage: 'dev',
        requestTime: '19/Feb/2024:07:11:42 +0000',
        requestTimeEpoch: START,
        connectedAt: START,
        identity: { userAgent: 'test', sourceIp: '127.0.0.1' },
      },
    });
    expect(event?.requestContext.requestId).toBe(event?.requestContext.extendedRequestId);
  });

  test('of the handshake without a query: no member for it', async () => {
    await connect('dev');
    expect(Object.keys(events[0] ?? {})).not.toContain('queryStringParameters');
  });

  test('of a message: its body and no headers', async () => {
    const client = await connect('dev');
    client.send(ECHO);
    await client.next();
    expect(events[1]).toMatchObject({
      body: ECHO,
      requestContext: { routeKey: 'echo', eventType: 'MESSAGE' },
    });
    expect(Object.keys(events[1] ?? {})).not.toContain('headers');
  });

  test.each([
    ['1000', { code: 1000, disconnectStatusCode: 1000, disconnectReason: 'Connection Closed Normally' }],
    [
      'no code',
      {
        code: undefined,
        disconnectStatusCode: 1005,
        disconnectReason: 'Client-side close frame status not set',
      },
    ],
    ['1001', { code: 1001, disconnectStatusCode: 1001, disconnectReason: '' }],
  ])('of a client that closes with %s', async (_title, { code, ...expected }) => {
    const client = await connect('dev');
    const disconnected = disconnection();
    client.socket.close(code);
    expect((await disconnected).requestContext).toMatchObject({ routeKey: '$disconnect', ...expected });
  });
});

describe('limits', () => {
  test('a binary message ends the connection with 1003', async () => {
    const client = await connect('dev');
    client.send(Buffer.of(1));
    expect(await client.closed()).toEqual({ closeCode: 1003, reason: '' });
    expect(events.map(({ requestContext }) => requestContext.eventType)).not.toContain('MESSAGE');
  });

  test('a frame of 32 KB passes, and one byte more ends the connection with 1009', async () => {
    const client = await connect('dev');
    client.send('a'.repeat(32 * KB));
    expect(await client.next()).toBe(`{"message":"default","received":"${'a'.repeat(32 * KB)}"}`);
    client.send('a'.repeat(32 * KB + 1));
    expect(await client.closed()).toEqual({ closeCode: 1009, reason: '' });
  });

  test('a message of 128 KB in four frames passes', async () => {
    const client = await connect('dev');
    for (const fin of [false, false, false, true]) client.socket.send('a'.repeat(32 * KB), { fin });
    expect(await client.next()).toHaveLength(128 * KB + '{"message":"default","received":""}'.length);
  });

  test('a message over 128 KB in frames that are small enough ends the connection with 1009', async () => {
    const client = await connect('dev');
    for (const fin of [false, false, false, false]) client.socket.send('a'.repeat(32 * KB), { fin });
    client.socket.send('a', { fin: true });
    expect(await client.closed()).toEqual({ closeCode: 1009, reason: '' });
  });

  test('a ping is answered by a pong', async () => {
    const client = await connect('dev');
    const ponged = once(client.socket, 'pong');
    client.socket.ping('x');
    expect(String((await ponged)[0])).toBe('x');
  });

  test('10 minutes without data end the connection with 1001 Going away', async () => {
    const client = await connect('dev');
    clock.turn(9 * MINUTE_MS);
    client.send(ECHO);
    await client.next();
    clock.turn(10 * MINUTE_MS - 1);
    expect(client.socket.readyState).toBe(client.socket.OPEN);
    const disconnected = disconnection();
    clock.turn(1);
    expect(await client.closed()).toEqual({ closeCode: 1001, reason: 'Going away' });
    expect((await disconnected).requestContext).toMatchObject({
      disconnectStatusCode: 1001,
      disconnectReason: 'Going away',
      requestTimeEpoch: START + 19 * MINUTE_MS,
    });
  });

  test('2 hours end the connection with 1001 Going away, however busy it is', async () => {
    const client = await connect('dev');
    for (let minute = 0; minute < 117; minute += 9) {
      clock.turn(9 * MINUTE_MS);
      client.send(ECHO);
      await client.next();
    }
    clock.turn(3 * MINUTE_MS);
    expect(await client.closed()).toEqual({ closeCode: 1001, reason: 'Going away' });
  });
});

describe('a presigned URL', () => {
  const iamUrl = () => aws.gateway.scenarios.find(({ id }) => id === 'aws-iam')?.request.url ?? '';

  test('is good until it expires, a week after it was signed', async () => {
    const week = 7 * 24 * 60 * MINUTE_MS;
    clock.turn(week - 1);
    expect((await sendHandshake(iamUrl())).statusLine).toBe('HTTP/1.1 101 Switching Protocols');
    clock.turn(1);
    expect((await sendHandshake(iamUrl())).statusLine).toBe('HTTP/1.1 403 Forbidden');
  });

  test('is good for exactly what was signed', async () => {
    const changed = `${iamUrl()}&room=1`;
    expect((await sendHandshake(changed)).body).toContain('signature we calculated does not match');
  });
});

describe('$connect', () => {
  test('has 29 seconds, then the handshake is answered 504', async () => {
    const invoked = new Promise<LambdaEvent>((resolve) => {
      eventSeen = resolve;
    });
    const answered = sendHandshake(urlOf('connect-slow'));
    await invoked;
    clock.turn(29_000);
    const { statusLine, headers, body } = await answered;
    expect([statusLine, body]).toEqual(['HTTP/1.1 504 Gateway Timeout', '']);
    expect(headers).toContainEqual(['x-amzn-ErrorType', 'InternalServerErrorException']);
  });

  test('selects the subprotocol that the Lambda returns', async () => {
    const client = await connectClient(urlOf('subprotocol'), ['other', 'chat']);
    expect(client.socket.protocol).toBe('chat');
  });
});

describe('the order of evaluation', () => {
  test('takes a URL of 4,096 bytes, and answers 414 to one byte more before it looks at the stage', async () => {
    const short = `${urlOf('prod')}?a=`.replace('ws:', 'wss:').length;
    const atLimit = `${urlOf('prod')}?a=${'x'.repeat(4_096 - short)}`;
    expect((await sendHandshake(atLimit)).statusLine).toBe('HTTP/1.1 403 Forbidden');
    expect((await sendHandshake(`${atLimit}x`)).statusLine).toBe('HTTP/1.1 414 URI Too Long');
  });

  test('looks up the stage before the upgrade headers', async () => {
    expect((await sendHandshake(urlOf('prod'), { headers: [] })).statusLine).toBe('HTTP/1.1 403 Forbidden');
  });

  test('answers a plain GET of a stage with 426', async () => {
    expect((await sendHandshake(urlOf('dev'), { headers: [] })).statusLine).toBe(
      'HTTP/1.1 426 Upgrade Required',
    );
  });

  test('takes nothing after the stage', async () => {
    expect((await sendHandshake(urlOf('dev/echo'))).statusLine).toBe('HTTP/1.1 403 Forbidden');
  });

  test('asks the authorizer before it runs $connect', async () => {
    await sendHandshake(urlOf('authorized?auth='));
    expect(events).toEqual([]);
  });

  test('opens a stage without a $connect route', async () => {
    expect((await sendHandshake(urlOf('faulty'))).statusLine).toBe('HTTP/1.1 101 Switching Protocols');
  });

  test('selects no subprotocol unless $connect chooses one', async () => {
    const { statusLine, headers } = await sendHandshake(urlOf('dev'), {
      extraHeaders: [['Sec-WebSocket-Protocol', 'chat']],
    });
    expect(statusLine).toBe('HTTP/1.1 101 Switching Protocols');
    expect(headers.map(([name]) => name)).toEqual(['Upgrade', 'Connection', 'Sec-WebSocket-Accept']);
  });
});
