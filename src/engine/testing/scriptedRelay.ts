import { once } from 'node:events';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { HandshakeEvent } from '#domain/handshake/handshakeEvent.ts';
import { encodeRelayToEngine, parseEngineToRelay } from '#wire/parseRelayMessage.ts';
import type { EngineToRelay, RelayToEngine } from '#wire/relayMessage.ts';
import { listen } from './listen.ts';

/** A relay that does what the test says, to see what the adapter does with it. */
export interface ScriptedRelay {
  readonly url: string;
  /** What came in from the engine, oldest first. */
  readonly received: readonly (EngineToRelay | Uint8Array)[];
  /** Resolves once `isSeen` holds. */
  readonly until: (isSeen: () => boolean) => Promise<void>;
  readonly tell: (message: RelayToEngine) => void;
  readonly tellHandshake: (event: HandshakeEvent) => void;
  readonly open: () => void;
  readonly sendBatch: (batch: Uint8Array) => void;
  readonly sendText: (text: string) => void;
  /** Ends the TCP connection, as a companion that is killed does. */
  readonly vanish: () => void;
  readonly close: () => Promise<void>;
}

export async function startScriptedRelay(): Promise<ScriptedRelay> {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  const received: (EngineToRelay | Uint8Array)[] = [];
  const waiting = new Set<() => void>();
  let engine: WebSocket | null = null;

  sockets.on('connection', (socket) => {
    engine = socket;
    socket.on('message', (data: Buffer, isBinary) => {
      received.push(isBinary ? new Uint8Array(data) : parse(data.toString()));
      for (const look of waiting) look();
    });
  });

  function send(data: string | Uint8Array): void {
    engine?.send(data);
  }

  const relay: ScriptedRelay = {
    url: `ws://${await listen(server)}/api/relay`,
    received,
    until: (isSeen) =>
      new Promise((resolve) => {
        function look(): void {
          if (!isSeen()) return;
          waiting.delete(look);
          resolve();
        }
        waiting.add(look);
        look();
      }),
    tell: (message) => send(encodeRelayToEngine(message)),
    tellHandshake: (event) => relay.tell({ type: 'handshake', event }),
    open() {
      relay.tellHandshake({
        type: 'started',
        at: 1_000,
        url: 'ws://target.test/',
        madeBy: 'companion',
        proxy: null,
      });
      relay.tellHandshake({
        type: 'ended',
        outcome: { kind: 'open', subprotocol: null, extensions: null },
        atMs: 5,
      });
    },
    sendBatch: send,
    sendText: send,
    vanish: () => engine?.terminate(),
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      server.close();
      await once(server, 'close');
    },
  };
  return relay;
}

function parse(text: string): EngineToRelay {
  const parsed = parseEngineToRelay(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}
