import { type WebSocket, WebSocketServer } from 'ws';
import { chatEventHandler } from '../backends/chatEventHandler.ts';
import type { Clock } from '../clock.ts';
import type { Emulator, EmulatorOptions } from '../emulator.ts';
import { bearerTokenOf, type Call } from '../server/call.ts';
import type { Exchange } from '../server/exchange.ts';
import { listen, LOOPBACK } from '../server/listen.ts';
import { type ClientIdentity, identify } from './clientToken.ts';
import { MAX_MESSAGE_BYTES } from './closes.ts';
import { createHub, type Hub } from './hub.ts';
import { hubNameOf, isHubName } from './hubName.ts';
import { JSON_SUBPROTOCOL, newConnectionId, serveJsonClient } from './jsonClient.ts';
import { WEB_PUB_SUB_REFUSALS as REFUSALS } from './refusals.ts';
import { webPubSubScenarios } from './scenarios.ts';
import { serveSimpleClient } from './simpleClient.ts';
import { type WebPubSubTokens, mintTokens } from './tokens.ts';

/** Subprotocols of gateways.md 3.2 that the service speaks and this emulator does not. */
const NOT_EMULATED = new Set([
  'protobuf.webpubsub.azure.v1',
  'json.reliable.webpubsub.azure.v1',
  'protobuf.reliable.webpubsub.azure.v1',
]);

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
  const webSockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    handleProtocols: (offered) => (offered.has(JSON_SUBPROTOCOL) ? JSON_SUBPROTOCOL : false),
  });

  const hubNamed = (name: string) => {
    // Every well-formed name is a hub; only `chatdemo` has settings, and in them an application.
    const hub = hubs.get(name) ?? createHub(name, name === 'chatdemo' ? chatEventHandler : null);
    hubs.set(name, hub);
    return hub;
  };

  const server = await listen({
    port,
    handle(exchange) {
      const admission = admit(exchange, accessKey, clock.now());
      if (admission.kind === 'refused') {
        exchange.answer(admission.refusal);
        return;
      }
      webSockets.handleUpgrade(exchange.call.request, admission.socket, admission.head, (socket) => {
        serve(socket, hubNamed(admission.hub), admission.identity, clock);
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
      hubs = new Map();
    },
    close: () => server.close(),
  };
}

type Admission =
  | { readonly kind: 'refused'; readonly refusal: (typeof REFUSALS)[keyof typeof REFUSALS] }
  | ({ readonly kind: 'admitted'; readonly hub: string; readonly identity: ClientIdentity } & NonNullable<
      Exchange['upgrade']
    >);

/** Path, upgrade, token; the sheet gives no order for the service itself. */
function admit({ call, upgrade }: Exchange, accessKey: string, now: number): Admission {
  const refused = (refusal: keyof typeof REFUSALS): Admission => ({
    kind: 'refused',
    refusal: REFUSALS[refusal],
  });
  const hub = hubNameOf(call);
  if (hub === null) return refused('unknownPath');
  if (!isHubName(hub)) return refused('badHubName');
  if (upgrade === null || !call.isUpgrade) return refused('notAnUpgrade');
  const token = tokenOf(call);
  const identity = token === null ? null : identify(token, hub, accessKey, now);
  if (identity === null) return refused('unauthorized');
  if (offeredBy(call).some((offered) => NOT_EMULATED.has(offered))) return refused('subprotocolNotEmulated');
  return { kind: 'admitted', hub, identity, ...upgrade };
}

function tokenOf(call: Call): string | null {
  return call.query.get('access_token') ?? bearerTokenOf(call) ?? null;
}

function offeredBy({ request }: Call): string[] {
  return (request.headers['sec-websocket-protocol'] ?? '').split(',').map((offered) => offered.trim());
}

function serve(socket: WebSocket, hub: Hub, identity: ClientIdentity, clock: Clock): void {
  // `ws` closes with the right code by itself after a protocol error; there is nothing to add.
  socket.on('error', () => {});
  const client = { ...identity, id: newConnectionId() };
  const connection =
    socket.protocol === JSON_SUBPROTOCOL
      ? serveJsonClient(socket, hub, client)
      : serveSimpleClient(socket, hub, client);
  hub.add(connection, identity.groups);

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
    hub.remove(connection);
  });
}
