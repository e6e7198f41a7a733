import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signToken } from '../secrets/jsonWebToken.ts';
import type { RunningGateways } from '../startGateways.ts';
import { connectClient, type TestClient } from '../testing/connectClient.ts';
import { createTurnedClock } from '../testing/turnedClock.ts';
import { scenarioOf, startTestGateways, TEST_NOW } from '../testing/localGateways.ts';
import { sendHandshake } from '../testing/sendHandshake.ts';

const JSON_V1 = 'json.webpubsub.azure.v1';

const clock = createTurnedClock(TEST_NOW);
let gateways: RunningGateways;
beforeAll(async () => {
  gateways = await startTestGateways({ now: clock.now, schedule: clock.schedule });
});
afterAll(() => gateways.close());

const urlOf = (id: string) => scenarioOf(gateways, id).request.url;

/** Connected, with `connected` and the acknowledgement of joining the group taken. */
async function joinGroup(group: string): Promise<TestClient> {
  const client = await connectClient(urlOf('webpubsub-chat-json'), [JSON_V1]);
  await client.next();
  client.send(`{"type":"joinGroup","group":"${group}","ackId":1}`);
  expect(await client.next()).toBe('{"type":"ack","ackId":1,"success":true}');
  return client;
}

describe('a client of json.webpubsub.azure.v1', () => {
  test('sends to a group and gets its own message, then the acknowledgement', async () => {
    const client = await joinGroup('own');
    client.send('{"type":"sendToGroup","group":"own","ackId":2,"dataType":"text","data":"Hello"}');
    expect(await client.next()).toBe(
      '{"type":"message","from":"group","group":"own","dataType":"text","data":"Hello","fromUserId":"user1"}',
    );
    expect(await client.next()).toBe('{"type":"ack","ackId":2,"success":true}');
  });

  test('does not get its own message with noEcho, while the other members do', async () => {
    const [sender, member] = [await joinGroup('quiet'), await joinGroup('quiet')];
    sender.send(
      '{"type":"sendToGroup","group":"quiet","ackId":2,"noEcho":true,"dataType":"text","data":"x"}',
    );
    expect(await sender.next()).toBe('{"type":"ack","ackId":2,"success":true}');
    expect(JSON.parse(String(await member.next()))).toMatchObject({
      from: 'group',
      group: 'quiet',
      data: 'x',
    });
  });

  test('gets nothing more from a group that it has left', async () => {
    const [leaver, member] = [await joinGroup('left'), await joinGroup('left')];
    leaver.send('{"type":"leaveGroup","group":"left","ackId":2}');
    expect(await leaver.next()).toBe('{"type":"ack","ackId":2,"success":true}');
    member.send('{"type":"sendToGroup","group":"left","dataType":"text","data":"gone?"}');
    expect(JSON.parse(String(await member.next()))).toMatchObject({ data: 'gone?' });
    leaver.send('{"type":"ping"}');
    expect(await leaver.next()).toBe('{"type":"pong"}');
  });

  test('gets JSON data back number by number as it was sent', async () => {
    const client = await joinGroup('numbers');
    client.send('{"type":"sendToGroup","group":"numbers","data":{"big":12345678901234567890,"exact":1.10}}');
    expect(await client.next()).toContain('"data":{"big":12345678901234567890,"exact":1.10}');
  });

  test('gets the answer of the application to an event, then the acknowledgement', async () => {
    const client = await connectClient(urlOf('webpubsub-chat-json'), [JSON_V1]);
    await client.next();
    client.send('{"type":"event","event":"myEvent","ackId":4,"dataType":"json","data":{"a":1}}');
    expect(await client.next()).toBe('{"type":"message","from":"server","dataType":"json","data":{"a":1}}');
    expect(await client.next()).toBe('{"type":"ack","ackId":4,"success":true}');
  });

  test('is told of an ackId used twice, and the message is not carried out again', async () => {
    const client = await joinGroup('twice');
    client.send('{"type":"sendToGroup","group":"twice","ackId":1,"dataType":"text","data":"again"}');
    expect(await client.next()).toBe(
      '{"type":"ack","ackId":1,"success":false,"error":{"name":"Duplicate","message":"Message with ack-id: 1 has been processed"}}',
    );
    client.send('{"type":"ping"}');
    expect(await client.next()).toBe('{"type":"pong"}');
  });

  test('may use an ackId of 64 bits', async () => {
    const client = await connectClient(urlOf('webpubsub-chat-json'), [JSON_V1]);
    await client.next();
    client.send('{"type":"joinGroup","group":"g","ackId":18446744073709551615}');
    expect(await client.next()).toBe('{"type":"ack","ackId":18446744073709551615,"success":true}');
  });

  test('without roles may send events and nothing else', async () => {
    const client = await connectClient(urlOf('webpubsub-no-roles'), [JSON_V1]);
    await client.next();
    client.send('{"type":"joinGroup","group":"g","ackId":1}');
    expect(JSON.parse(String(await client.next()))).toMatchObject({
      success: false,
      error: { name: 'Forbidden' },
    });
    client.send('{"type":"event","event":"e","ackId":2,"dataType":"text","data":"x"}');
    expect(await client.next()).toBe('{"type":"message","from":"server","dataType":"text","data":"x"}');
  });

  test.each([
    ['no JSON', '{"type":'],
    ['an unknown type', '{"type":"shout"}'],
    ['text data that is no string', '{"type":"event","event":"e","dataType":"text","data":1}'],
    ['an ackId beyond 64 bits', '{"type":"joinGroup","group":"g","ackId":18446744073709551616}'],
  ])('is declined after %s', async (_title, message) => {
    const client = await connectClient(urlOf('webpubsub-chat-json'), [JSON_V1]);
    await client.next();
    client.send(message);
    expect(await client.next()).toBe('{"type":"system","event":"disconnected","message":"Invalid message."}');
    expect(await client.closed()).toEqual({ closeCode: 1007, reason: '' });
  });

  test('of a service that reloads is told so, and closed', async () => {
    const client = await connectClient(urlOf('webpubsub-reload'), [JSON_V1]);
    expect(await client.next()).toContain('"event":"connected"');
    clock.turn(3_000);
    expect(await client.next()).toBe('{"type":"system","event":"disconnected","message":"Service reload"}');
    expect(await client.closed()).toEqual({ closeCode: 1000, reason: '' });
  });

  test('is pinged while it is silent', async () => {
    const client = await connectClient(urlOf('webpubsub-chat-json'), [JSON_V1]);
    await client.next();
    const pinged = new Promise((resolve) => client.socket.once('ping', resolve));
    clock.turn(20_000);
    expect(await pinged).toEqual(Buffer.alloc(0));
  });
});

describe('a client of json.reliable.webpubsub.azure.v1', () => {
  const RELIABLE = 'json.reliable.webpubsub.azure.v1';
  const event = (data: string) => `{"type":"event","event":"e","dataType":"text","data":"${data}"}`;
  const numbered = (data: string, sequenceId: number) =>
    `{"type":"message","from":"server","dataType":"text","data":"${data}","sequenceId":${sequenceId}}`;

  /** The client, and the URL with which it comes back. */
  const connectReliable = async () => {
    const client = await connectClient(urlOf('webpubsub-chat-reliable'), [RELIABLE]);
    const connected = JSON.parse(String(await client.next())) as Record<string, string>;
    const url = new URL(urlOf('webpubsub-chat'));
    url.search = new URLSearchParams({
      awps_connection_id: connected['connectionId'] ?? '',
      awps_reconnection_token: connected['reconnectionToken'] ?? '',
    }).toString();
    return { client, connected, recoveryUrl: url.href };
  };
  const cut = async ({ client }: { readonly client: TestClient }) => {
    client.socket.terminate();
    await client.closed();
  };
  const gone = async (url: string) => (await connectClient(url, [RELIABLE])).closed();

  test('comes back without a token within 30 s, and gets what it has not acknowledged', async () => {
    const session = await connectReliable();
    session.client.send(event('one'));
    session.client.send(event('two'));
    expect([await session.client.next(), await session.client.next()]).toEqual([
      numbered('one', 1),
      numbered('two', 2),
    ]);
    session.client.send('{"type":"sequenceAck","sequenceId":1}');
    session.client.send('{"type":"ping"}');
    expect(await session.client.next()).toBe('{"type":"pong"}');
    await cut(session);
    clock.turn(29_999);
    const again = await connectClient(session.recoveryUrl, [RELIABLE]);
    expect(JSON.parse(String(await again.next()))).toEqual(session.connected);
    expect(await again.next()).toBe(numbered('two', 2));
    again.send(event('three'));
    expect(await again.next()).toBe(numbered('three', 3));
  });

  test('cuts the line that it had when it comes back over another', async () => {
    const { client, recoveryUrl } = await connectReliable();
    const again = await connectClient(recoveryUrl, [RELIABLE]);
    await again.next();
    expect(await client.closed()).toEqual({ closeCode: 1006, reason: '' });
    again.send('{"type":"ping"}');
    expect(await again.next()).toBe('{"type":"pong"}');
  });

  test('is closed with 1008 when it comes back after 30 s', async () => {
    const session = await connectReliable();
    const other = await connectReliable();
    await cut(session);
    // A round trip later the service has noticed too.
    other.client.send('{"type":"ping"}');
    await other.client.next();
    clock.turn(30_000);
    expect(await gone(session.recoveryUrl)).toEqual({ closeCode: 1008, reason: '' });
  });

  test('is closed with 1008 when it comes back after its own Close frame', async () => {
    const { client, recoveryUrl } = await connectReliable();
    client.socket.close(1000);
    await client.closed();
    expect(await gone(recoveryUrl)).toEqual({ closeCode: 1008, reason: '' });
  });

  test('is closed with 1008 when it comes back with a wrong token, and the session stays', async () => {
    const session = await connectReliable();
    await cut(session);
    const wrong = session.recoveryUrl.replace(/token=.*/, 'token=wrong');
    expect(await gone(wrong)).toEqual({ closeCode: 1008, reason: '' });
    const again = await connectClient(session.recoveryUrl, [RELIABLE]);
    expect(JSON.parse(String(await again.next()))).toEqual(session.connected);
  });

  test('is closed with 1008 when the service does not know the session', async () => {
    expect(await gone(urlOf('webpubsub-recovery-failed'))).toEqual({ closeCode: 1008, reason: '' });
  });

  test('loses its session when more than 1,000 messages wait for an acknowledgement', async () => {
    const { client, recoveryUrl } = await connectReliable();
    for (let sent = 0; sent <= 1_000; sent += 1) client.send(event('x'));
    expect(await client.closed()).toEqual({ closeCode: 1008, reason: '' });
    expect(await gone(recoveryUrl)).toEqual({ closeCode: 1008, reason: '' });
  });
});

describe('a simple client', () => {
  test('gets binary frames back as binary frames', async () => {
    const client = await connectClient(urlOf('webpubsub-chat'));
    client.send(Buffer.of(1, 2, 255));
    expect(await client.next()).toEqual(Buffer.of(1, 2, 255));
  });

  test('of a hub without event handler is closed with 1000 and no reason after its first send', async () => {
    const client = await connectClient(urlOf('webpubsub-no-handler'));
    client.send('hello');
    expect(await client.closed()).toEqual({ closeCode: 1000, reason: '' });
  });

  test('is closed with 1009 after a message over 1 MB', async () => {
    const client = await connectClient(urlOf('webpubsub-chat'));
    client.send(Buffer.alloc(1024 * 1024 + 1));
    expect(await client.closed()).toEqual({ closeCode: 1009, reason: '' });
  });
});

describe('the handshake', () => {
  test('selects the subprotocol it knows among several offered', async () => {
    const client = await connectClient(urlOf('webpubsub-chat'), ['chat', JSON_V1]);
    expect(client.socket.protocol).toBe(JSON_V1);
  });

  test('selects none when it knows none', async () => {
    const { statusLine, headers } = await sendHandshake(urlOf('webpubsub-chat'), {
      extraHeaders: [['Sec-WebSocket-Protocol', 'chat']],
    });
    expect(statusLine).toBe('HTTP/1.1 101 Switching Protocols');
    expect(headers.map(([name]) => name)).not.toContain('Sec-WebSocket-Protocol');
  });

  test.each(['protobuf.webpubsub.azure.v1', 'protobuf.reliable.webpubsub.azure.v1'])(
    'with %s is refused as what only the service speaks',
    async (subprotocol) => {
      const response = await sendHandshake(urlOf('webpubsub-chat'), {
        extraHeaders: [['Sec-WebSocket-Protocol', subprotocol]],
      });
      expect(response).toEqual({
        statusLine: 'HTTP/1.1 501 Not Implemented',
        headers: [
          ['Content-Type', 'text/plain'],
          ['Content-Length', '78'],
        ],
        body: 'This local gateway does not speak the protobuf subprotocols. The service does.',
      });
    },
  );

  test('takes the token from the Authorization header too', async () => {
    const url = new URL(urlOf('webpubsub-chat'));
    const token = url.searchParams.get('access_token') ?? '';
    url.search = '';
    const { statusLine } = await sendHandshake(url.href, {
      extraHeaders: [['Authorization', `Bearer ${token}`]],
    });
    expect(statusLine).toBe('HTTP/1.1 101 Switching Protocols');
  });

  test('takes the hub from the query of the older URL', async () => {
    const url = new URL(urlOf('webpubsub-chat'));
    url.pathname = '/client/';
    url.searchParams.append('hub', 'chatdemo');
    expect((await sendHandshake(url.href)).statusLine).toBe('HTTP/1.1 101 Switching Protocols');
  });

  test('is refused when the claims are not those that were signed', async () => {
    const url = new URL(urlOf('webpubsub-no-roles'));
    const [header, , signature] = (url.searchParams.get('access_token') ?? '').split('.');
    const [, claims] = (new URL(urlOf('webpubsub-chat')).searchParams.get('access_token') ?? '').split('.');
    url.searchParams.set('access_token', `${header}.${claims}.${signature}`);
    expect((await sendHandshake(url.href)).statusLine).toBe('HTTP/1.1 401 Unauthorized');
  });

  test.each([
    ['/', 'HTTP/1.1 404 Not Found'],
    ['/client/hubs/9bad', 'HTTP/1.1 400 Bad Request'],
  ])('to %s is answered %s', async (path, statusLine) => {
    const url = new URL(urlOf('webpubsub-chat'));
    url.pathname = path;
    expect((await sendHandshake(url.href)).statusLine).toBe(statusLine);
  });
});

describe('a call of the REST API', () => {
  test.each([
    [':generateToken', 'HTTP/1.1 501 Not Implemented', 'does not make tokens'],
    [':send?filter=userId%20eq', 'HTTP/1.1 400 Bad Request', 'The filter cannot be read. It ends too early.'],
  ])('%s is answered %s', async (call, expected, words) => {
    const baseUrl = gateways.gateways[1]?.baseUrl ?? '';
    const accessKey = gateways.describe()[1]?.credentials['accessKey'] ?? '';
    const path = '/api/hubs/chatdemo/';
    const token = signToken(
      { aud: `${baseUrl}${path}${call.replace(/\?.*/, '')}`, exp: clock.now() / 1_000 + 60 },
      accessKey,
    );
    const { statusLine, body } = await sendHandshake(`${baseUrl}${path}${call}`, {
      method: 'POST',
      headers: [
        ['Authorization', `Bearer ${token}`],
        ['Content-Length', '0'],
      ],
    });
    expect(statusLine).toBe(expected);
    expect(body).toContain(words);
  });
});
