import { AzureKeyCredential, odata, WebPubSubServiceClient } from '@azure/web-pubsub';
import {
  type SendMessageError,
  WebPubSubClient,
  type WebPubSubClientOptions,
  WebPubSubJsonProtocol,
  WebPubSubJsonReliableProtocol,
} from '@azure/web-pubsub-client';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RunningGateways } from '../startGateways.ts';
import { type CuttableLine, openLine } from '../testing/cuttableLine.ts';
import { startTestGateways } from '../testing/localGateways.ts';

/** The clients that the vendor wrote, against the emulator. They read the real clock, so the emulator does too. */
let gateways: RunningGateways;
let line: CuttableLine;
let service: WebPubSubServiceClient;
beforeAll(async () => {
  gateways = await startTestGateways({ now: Date.now });
  line = await openLine(Number(new URL(gateways.gateways[1]?.baseUrl ?? '').port));
  const connectionString = gateways.describe()[1]?.connectionString ?? '';
  service = new WebPubSubServiceClient(connectionString.replace(/:\d+;/, `:${line.port};`), 'chatdemo', {
    allowInsecureConnection: true,
  });
});
afterAll(async () => {
  await line.close();
  await gateways.close();
});

let clients: WebPubSubClient[] = [];
afterEach(async () => {
  await Promise.all(clients.map(stopped));
  clients = [];
});

const MEMBER = ['webpubsub.joinLeaveGroup', 'webpubsub.sendToGroup'];

interface ClientFields extends WebPubSubClientOptions {
  readonly userId?: string;
  readonly roles?: string[];
  readonly groups?: string[];
}

/** Connected, with the id that the service gave it. */
async function connect({ userId = 'user1', roles = MEMBER, groups = [], ...options }: ClientFields = {}) {
  const client = new WebPubSubClient(
    {
      getClientAccessUrl: async () => (await service.getClientAccessToken({ userId, roles, groups })).url,
    },
    { protocol: WebPubSubJsonProtocol(), ...options },
  );
  clients.push(client);
  const connected = nextConnection(client);
  await client.start();
  return { client, id: (await connected).connectionId };
}

const nextConnection = (client: WebPubSubClient) =>
  new Promise<{ connectionId: string; userId: string }>((resolve) => {
    client.on('connected', resolve);
  });
const nextGroupMessage = (client: WebPubSubClient) =>
  new Promise((resolve) => {
    client.on('group-message', ({ message }) => {
      resolve(message);
    });
  });
const nextServerMessage = (client: WebPubSubClient) =>
  new Promise((resolve) => {
    client.on('server-message', ({ message }) => {
      resolve(message);
    });
  });
const stopped = (client: WebPubSubClient) =>
  new Promise<void>((resolve) => {
    client.on('stopped', () => {
      resolve();
    });
    client.stop();
  });
const failureOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => error as SendMessageError,
  );

describe('@azure/web-pubsub-client', () => {
  test('connects with a token that @azure/web-pubsub made, and learns its user and id', async () => {
    const { client } = await connect();
    const connected = nextConnection(client);
    await stopped(client);
    await client.start();
    const { userId, connectionId } = await connected;
    expect(userId).toBe('user1');
    expect(connectionId).toMatch(/^[\w-]{24}$/);
  });

  test('is refused with a token that another key signed', async () => {
    const endpoint = `http://127.0.0.1:${line.port}`;
    const impostor = new WebPubSubServiceClient(endpoint, new AzureKeyCredential('another key'), 'chatdemo');
    const { url } = await impostor.getClientAccessToken();
    await expect(new WebPubSubClient(url, { autoReconnect: false }).start()).rejects.toThrow(
      'Unexpected server response: 401',
    );
  });

  test('joins a group, sends text, JSON and bytes to it, and gets each as it was sent', async () => {
    const { client } = await connect();
    expect(await client.joinGroup('g')).toEqual({ ackId: 1, isDuplicated: false });
    for (const [dataType, data] of [
      ['text', 'grüße'],
      ['json', { a: [1, null] }],
      ['binary', Uint8Array.of(0, 255).buffer],
    ] as const) {
      const message = nextGroupMessage(client);
      await client.sendToGroup('g', data, dataType);
      expect(await message).toMatchObject({
        kind: 'groupData',
        group: 'g',
        dataType,
        data,
        fromUserId: 'user1',
      });
    }
  });

  test('is in the groups of its token from the start', async () => {
    const { client } = await connect({ groups: ['first'] });
    const message = nextGroupMessage(client);
    await client.sendToGroup('first', 'x', 'text');
    expect(await message).toMatchObject({ group: 'first', data: 'x' });
  });

  test('is told of a duplicate, which it takes for done', async () => {
    const { client } = await connect();
    expect(await client.joinGroup('g', { ackId: 7 })).toEqual({ ackId: 7, isDuplicated: false });
    expect(await client.sendToGroup('g', 'x', 'text', { ackId: 7 })).toEqual({
      ackId: 7,
      isDuplicated: true,
    });
  });

  test('is told that it may not join or send', async () => {
    const { client } = await connect({ roles: [], messageRetryOptions: { maxRetries: 0 } });
    expect((await failureOf(client.joinGroup('g')))?.errorDetail?.name).toBe('Forbidden');
    expect((await failureOf(client.sendToGroup('g', 'x', 'text')))?.errorDetail).toEqual({
      name: 'Forbidden',
      message: "The client has no permission to send message to group 'g'.",
    });
  });

  test('sends an event, and gets what the application answers', async () => {
    const { client } = await connect();
    const message = nextServerMessage(client);
    expect(await client.sendEvent('greet', { hello: 'world' }, 'json')).toMatchObject({
      isDuplicated: false,
    });
    expect(await message).toMatchObject({ kind: 'serverData', dataType: 'json', data: { hello: 'world' } });
  });
});

describe('the reliable subprotocol', () => {
  const reliable = { protocol: WebPubSubJsonReliableProtocol() };

  test('numbers the messages', async () => {
    const { client } = await connect(reliable);
    const heard: unknown[] = [];
    client.on('server-message', ({ message }) => heard.push(message.sequenceId));
    await client.sendEvent('a', 'x', 'text');
    await client.sendEvent('b', 'y', 'text');
    expect(heard).toEqual([1, 2]);
  });

  test('survives a cut line: same id, same groups, and no message lost', async () => {
    const { client, id } = await connect(reliable);
    await client.joinGroup('kept');
    let connections = 0;
    client.on('connected', () => (connections += 1));
    const message = nextGroupMessage(client);
    line.cut();
    await service.group('kept').sendToAll('while away', { contentType: 'text/plain' });
    expect(await message).toMatchObject({ data: 'while away', sequenceId: 1 });
    expect(await service.connectionExists(id)).toBe(true);
    expect(connections).toBe(0);
  });

  test('starts afresh when the service has forgotten the session', async () => {
    const { client, id } = await connect(reliable);
    const disconnected = new Promise((resolve) => client.on('disconnected', resolve));
    const again = nextConnection(client);
    gateways.reset();
    expect(await disconnected).toMatchObject({ connectionId: id });
    expect((await again).connectionId).not.toBe(id);
  });
});

describe('@azure/web-pubsub', () => {
  test('sends to all, to a user and to a connection', async () => {
    const { client, id } = await connect({ userId: 'ada' });
    for (const [sends, data] of [
      [() => service.sendToAll('all', { contentType: 'text/plain' }), 'all'],
      [() => service.sendToUser('ada', { for: 'ada' }), { for: 'ada' }],
      [() => service.sendToConnection(id, 'you', { contentType: 'text/plain' }), 'you'],
    ] as const) {
      const message = nextServerMessage(client);
      await sends();
      expect(await message).toMatchObject({ kind: 'serverData', data });
    }
  });

  test('sends to a group with some left out', async () => {
    const [one, other] = [await connect({ groups: ['pair'] }), await connect({ groups: ['pair'] })];
    const message = nextGroupMessage(other.client);
    const heard: unknown[] = [];
    one.client.on('group-message', ({ message: { data } }) => heard.push(data));
    await service.group('pair').sendToAll({ n: 1 }, { excludedConnections: [one.id] });
    expect(await message).toMatchObject({ group: 'pair', dataType: 'json', data: { n: 1 } });
    await service.group('pair').sendToAll('both', { contentType: 'text/plain' });
    await one.client.sendEvent('done', 'x', 'text');
    expect(heard).toEqual(['both']);
  });

  test('sends to those that a filter takes', async () => {
    const ada = await connect({ userId: "o'ada", groups: ['red'] });
    const grace = await connect({ userId: 'grace', groups: ['red'] });
    const heard: unknown[] = [];
    grace.client.on('server-message', ({ message: { data } }) => heard.push(data));
    const message = nextServerMessage(ada.client);
    const filter = odata`userId eq ${"o'ada"} and ${'red'} in groups`;
    await service.sendToAll('for ada', { contentType: 'text/plain', filter });
    expect(await message).toMatchObject({ data: 'for ada' });
    await grace.client.sendEvent('done', 'x', 'text');
    expect(heard).toEqual(['x']);
  });

  test('puts connections and users into groups, lists them, and takes them out', async () => {
    const { id } = await connect({ userId: 'grace' });
    const group = service.group('managed');
    const members = async () => {
      const found: unknown[] = [];
      // Declared as an iterable, it gives a promise of one.
      for await (const member of await Promise.resolve(group.listConnections())) found.push(member);
      return found;
    };
    await group.addConnection(id);
    expect(await members()).toEqual([{ connectionId: id, userId: 'grace' }]);
    expect(await service.groupExists('managed')).toBe(true);
    await group.removeConnection(id);
    expect(await service.groupExists('managed')).toBe(false);
    await group.addUser('grace');
    await service.removeUserFromAllGroups('grace');
    expect(await members()).toEqual([]);
  });

  test('grants and revokes permissions', async () => {
    const { client, id } = await connect({ roles: [], messageRetryOptions: { maxRetries: 0 } });
    await service.grantPermission(id, 'joinLeaveGroup', { targetName: 'g' });
    expect(await service.hasPermission(id, 'joinLeaveGroup', { targetName: 'g' })).toBe(true);
    expect(await service.hasPermission(id, 'sendToGroup', { targetName: 'g' })).toBe(false);
    await client.joinGroup('g');
    await service.revokePermission(id, 'joinLeaveGroup', { targetName: 'g' });
    expect((await failureOf(client.leaveGroup('g')))?.errorDetail?.name).toBe('Forbidden');
  });

  test('closes a connection, and the client is told why', async () => {
    const { client, id } = await connect({ autoReconnect: false });
    const disconnected = new Promise((resolve) => client.on('disconnected', resolve));
    await service.closeConnection(id, { reason: 'time to go' });
    expect(await disconnected).toMatchObject({ message: { message: 'time to go' } });
    expect(await service.connectionExists(id)).toBe(false);
    clients = [];
  });

  test('learns of users and connections that are not there', async () => {
    await connect({ userId: 'here' });
    expect([await service.userExists('here'), await service.userExists('nobody')]).toEqual([true, false]);
    expect(await service.connectionExists('nothing')).toBe(false);
    await expect(
      service.sendToConnection('nothing', 'x', { contentType: 'text/plain' }),
    ).rejects.toMatchObject({
      statusCode: 404,
    });
  });

  test('is refused with another key', async () => {
    const impostor = new WebPubSubServiceClient(
      `http://127.0.0.1:${line.port}`,
      new AzureKeyCredential('another key'),
      'chatdemo',
      { allowInsecureConnection: true },
    );
    await expect(impostor.sendToAll('x', { contentType: 'text/plain' })).rejects.toMatchObject({
      statusCode: 401,
    });
  });
});
