import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import { ENTRY_KIND, type EntryKind } from '#domain/transcript/entry.ts';
import { encodeEntry, readBatch, recordsOf, type EntryRecord } from '#wire/entryBatch.ts';
import { encodeEngineToRelay, parseRelayToEngine } from '#wire/parseRelayMessage.ts';
import type { EngineToRelay, RelayToEngine } from '#wire/relayMessage.ts';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { serveRelay, type RelayOptions } from '../serveRelay.ts';

type Message<Type extends RelayToEngine['type']> = Extract<RelayToEngine, { type: Type }>;

export interface RelayPageOptions extends RelayOptions {
  /** False leaves batches uncredited, as a page that is busy does. */
  readonly credits?: boolean;
  /** Takes records in place of `records`, which keeps them all. */
  readonly onRecord?: (record: EntryRecord) => void;
}

/** What a test can see of the relay's end of the WebSocket. */
interface RelaySide {
  /** Resolves when the relay knows that the WebSocket has closed. */
  readonly ended: Promise<void>;
  /** How much of what the page sent it has read. */
  readonly bytesRead: () => number;
}

/** A page, as the relay sees it: a WebSocket that speaks `#wire/relayMessage.ts`. */
export class RelayPage {
  readonly webSocket: WebSocket;
  readonly relay: RelaySide;
  readonly messages: RelayToEngine[] = [];
  readonly records: EntryRecord[] = [];
  /** Bytes of batches that came, and of those that are not credited. */
  batchBytes = 0;
  uncreditedBytes = 0;
  credits: boolean;
  closeCode: number | null = null;
  readonly #waiting = new Set<() => void>();
  readonly #onRecord: (record: EntryRecord) => void;

  constructor(
    webSocket: WebSocket,
    relay: RelaySide,
    options: Pick<RelayPageOptions, 'credits' | 'onRecord'>,
  ) {
    this.webSocket = webSocket;
    this.relay = relay;
    this.credits = options.credits ?? true;
    this.#onRecord = options.onRecord ?? ((record) => this.records.push(record));
    webSocket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) this.#takeBatch(data);
      else this.#takeMessage(data.toString());
      for (const check of this.#waiting) check();
    });
    webSocket.on('close', (closeCode) => {
      this.closeCode = closeCode;
      for (const check of this.#waiting) check();
    });
  }

  tell(message: EngineToRelay): void {
    this.webSocket.send(encodeEngineToRelay(message));
  }

  dial(request: ConnectionRequest): void {
    this.tell({ type: 'dial', request });
  }

  /** Dials and waits until the handshake has ended. */
  async connect(request: ConnectionRequest): Promise<void> {
    this.dial(request);
    await this.until(() => this.#messagesOf('handshake').some(({ event }) => event.type === 'ended'));
  }

  sendMessage(kind: 'text' | 'binary', payload: Uint8Array | string): void {
    const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
    const entry = { kind: ENTRY_KIND[kind], isSent: true, isCompressed: false, frames: 0, time: 0 };
    for (const batch of encodeEntry({ ...entry, payload: bytes })) this.webSocket.send(batch);
  }

  creditAll(): void {
    this.credits = true;
    this.tell({ type: 'credit', bytes: this.uncreditedBytes });
    this.uncreditedBytes = 0;
  }

  /** Resolves once `condition` holds; it is asked again at each message. */
  async until(condition: () => boolean): Promise<void> {
    if (condition()) return;
    await new Promise<void>((resolve) => {
      const check = (): void => {
        if (!condition()) return;
        this.#waiting.delete(check);
        resolve();
      };
      this.#waiting.add(check);
    });
  }

  async message<Type extends RelayToEngine['type']>(type: Type): Promise<Message<Type>> {
    await this.until(() => this.#messagesOf(type).length > 0);
    const [message] = this.#messagesOf(type);
    if (message === undefined) throw new Error(`There is no ${type} message.`);
    return message;
  }

  async recordCount(count: number): Promise<void> {
    await this.until(() => this.records.length >= count);
  }

  /** Entries in short: `sent text hello`. */
  entries(): readonly string[] {
    return this.records.map(({ kind, isSent, payload }) => {
      const text = Buffer.from(payload).toString(kind === ENTRY_KIND.text ? 'utf8' : 'hex');
      return `${isSent ? 'sent' : 'received'} ${kindName(kind)} ${text}`.trim();
    });
  }

  #messagesOf<Type extends RelayToEngine['type']>(type: Type): readonly Message<Type>[] {
    return this.messages.filter((message): message is Message<Type> => message.type === type);
  }

  #takeMessage(text: string): void {
    const parsed = parseRelayToEngine(text);
    if (!parsed.ok) throw new Error(parsed.message);
    this.messages.push(parsed.value);
  }

  #takeBatch(batch: Buffer): void {
    for (const record of recordsOf(readBatch(batch))) this.#onRecord(record);
    this.batchBytes += batch.byteLength;
    if (this.credits) this.tell({ type: 'credit', bytes: batch.byteLength });
    else this.uncreditedBytes += batch.byteLength;
  }
}

function kindName(kind: number): EntryKind | undefined {
  const kinds = Object.keys(ENTRY_KIND) as EntryKind[];
  return kinds.find((name) => ENTRY_KIND[name] === kind);
}

/** Serves the relay on a port of its own and opens a page on it. */
export async function openRelayPage({
  credits,
  onRecord,
  ...options
}: RelayPageOptions = {}): Promise<RelayPage> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  let socket: Socket | null = null;
  const ended = new Promise<void>((resolve) => {
    server.on('connection', (webSocket, request) => {
      ({ socket } = request);
      webSocket.on('close', () => resolve());
      serveRelay(webSocket, options);
    });
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const webSocket = new WebSocket(`ws://127.0.0.1:${port}/`, { perMessageDeflate: false });
  const page = new RelayPage(
    webSocket,
    { ended, bytesRead: () => socket?.bytesRead ?? 0 },
    {
      credits: credits ?? true,
      ...(onRecord === undefined ? {} : { onRecord }),
    },
  );
  onTestFinished(async () => {
    for (const client of server.clients) client.terminate();
    webSocket.terminate();
    await new Promise((resolve) => server.close(resolve));
  });
  await new Promise((resolve) => webSocket.once('open', resolve));
  return page;
}
