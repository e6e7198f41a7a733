import { type WebSocket, WebSocketServer } from 'ws';
import { chatEventHandler } from '../backends/chatEventHandler.ts';
import type { Clock } from '../clock.ts';
import type { Emulator, EmulatorOptions } from '../emulator.ts';
import { listen, LOOPBACK } from '../server/listen.ts';
import { admit, type Recovery } from './admit.ts';
import type { ClientIdentity } from './clientToken.ts';
import { MAX_MESSAGE_BYTES, WEB_PUB_SUB_CLOSES } from './closes.ts';
import { createHub, type Hub } from './hub.ts';
import {
  createJsonClient,
  JSON_SUBPROTOCOL,
  type JsonClient,
  newConnectionId,
  RELIABLE_JSON_SUBPROTOCOL,
} from './jsonClient.ts';
import { answerRestCall, isRestCall } from './restApi.ts';
import { webPubSubScenarios } from './scenarios.ts';
import { serveSimpleClient } from './simpleClient.ts';
import { CHAT_HUB, RELOADING_HUB, mintTokens, type WebPubSubTokens } from './tokens.ts';

/** The service pings its clients (gateways.md 3.4); how often is not documented, so this is our choice. */
const PING_INTERVAL_MS = 20_000;

export interface WebPubSubEmulator extends Emulator {
  readonly port: number;
  readonly tokens: WebPubSubTokens;
  /** As the portal shows it. */
  readonly connectionString: string;
}

export async function startWebPubSub({ port, secrets, clock }: EmulatorOptions): Promise<WebPubSubEmulator> {
  const accessKey = secrets.bytes('web pubsub access key').toString('base64');
  let hubs = new Map<string, Hub>();
  /** Reliable clients by connection id, those that are away included. */
  const recoverable = new Map<string, JsonClient>();
  const webSockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    handleProtocols: (offered) => SUBPROTOCOLS.find((spoken) => offered.has(spoken)) ?? false,
  });

  const hubNamed = (name: string) => {
    // Every well-formed name is a hub; only `chatdemo` has settings, and in them an application.
    const hub = hubs.get(name) ?? createHub(name, name === CHAT_HUB ? chatEventHandler : null);
    hubs.set(name, hub);
    return hub;
  };

  const welcome = (socket: WebSocket, hub: Hub, { groups, ...rest }: ClientIdentity) => {
    const identity = { ...rest, roles: new Set(rest.roles), id: newConnectionId() };
    if (socket.protocol === '') {
      const connection = serveSimpleClient(socket, hub, identity);
      hub.add(connection, groups);
      socket.once('close', () => {
        hub.remove(connection);
      });
      return;
    }
    const client = createJsonClient({
      hub,
      identity,
      isReliable: socket.protocol === RELIABLE_JSON_SUBPROTOCOL,
      clock,
      onGone() {
        hub.remove(client);
        recoverable.delete(client.id);
      },
    });
    if (client.reconnectionToken !== null) recoverable.set(client.id, client);
    hub.add(client, groups);
    client.attach(socket);
    if (hub.name === RELOADING_HUB) reloadLater(client, socket, clock);
  };

  const recover = (socket: WebSocket, { connectionId, token }: Recovery) => {
    const client = recoverable.get(connectionId);
    if (client?.reconnectionToken === token) {
      client.attach(socket);
      return;
    }
    const { closeCode, reason } = WEB_PUB_SUB_CLOSES.unrecoverable;
    socket.close(closeCode, reason);
  };

  const server = await listen({
    port,
    async handle(exchange) {
      const { call, answer } = exchange;
      if (isRestCall(call) && exchange.upgrade === null) {
        answer(await answerRestCall(call, { accessKey, now: clock.now(), hubNamed }));
        return;
      }
      const admission = admit(exchange, accessKey, clock.now());
      if (admission.kind === 'refused') {
        answer(admission.refusal);
        return;
      }
      const { socket: transport, head } = admission.upgrade;
      webSockets.handleUpgrade(call.request, transport, head, (socket) => {
        // `ws` closes with the right code by itself after a protocol error; there is nothing to add.
        socket.on('error', () => {});
        keepPinging(socket, clock);
        if (admission.kind === 'recovery') recover(socket, admission.recovery);
        else welcome(socket, hubNamed(admission.hub), admission.identity);
      });
    },
  });

  const baseUrl = `ws://${LOOPBACK}:${server.port}`;
  const tokens = mintTokens(`http://${LOOPBACK}:${server.port}`, accessKey, clock.now());
  return {
    port: server.port,
    tokens,
    connectionString: `Endpoint=http://${LOOPBACK}:${server.port};AccessKey=${accessKey};Version=1.0;`,
    credentials: { accessKey, accessToken: tokens.chat, accessTokenWithoutRoles: tokens.noRoles },
    gateway: {
      gateway: 'webpubsub',
      name: 'Azure Web PubSub',
      baseUrl,
      scenarios: webPubSubScenarios(baseUrl, tokens),
    },
    reset() {
      server.disconnectAll();
      recoverable.clear();
      hubs = new Map();
    },
    close: () => server.close(),
  };
}

/** In the order in which the emulator chooses among several; the service leaves that to a `connect` handler. */
const SUBPROTOCOLS = [JSON_SUBPROTOCOL, RELIABLE_JSON_SUBPROTOCOL] as const;

/** How long a client of the reloading hub has to see that it is connected: our choice. */
const RELOAD_AFTER_MS = 3_000;

/** The sentence is the schema's example (gateways.md 3.6); the close code after it is not documented. */
function reloadLater(client: JsonClient, socket: WebSocket, clock: Clock): void {
  const cancel = clock.schedule(RELOAD_AFTER_MS, () => {
    client.end('Service reload');
  });
  socket.once('close', cancel);
}

function keepPinging(socket: WebSocket, clock: Clock): void {
  let cancelPing = () => {};
  const pingLater = () => {
    cancelPing = clock.schedule(PING_INTERVAL_MS, () => {
      socket.ping();
      pingLater();
    });
  };
  pingLater();
  socket.once('close', () => {
    cancelPing();
  });
}
