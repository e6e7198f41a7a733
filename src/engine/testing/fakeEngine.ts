import { DEFAULT_CONNECT_OPTIONS } from '#domain/connection/connectionRequest.ts';
import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import type { ConnectTerms } from '#domain/connection/connectTerms.ts';
import type { OutgoingMessage } from '#domain/connection/outgoingMessage.ts';
import type { HandshakeOutcome } from '#domain/handshake/handshakeRecord.ts';
import { NO_FILTER } from '#domain/transcript/entry.ts';
import type { Direction, EntryKind, TranscriptEntry, TranscriptFilter } from '#domain/transcript/entry.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { NOTHING_RETAINED } from '#domain/transcript/retention.ts';
import type { RetentionBudgets } from '#domain/transcript/retention.ts';
import type { Engine, EngineConnection, EngineEvent, ImportedLog } from '../engineClient.ts';

export interface FakeEngine extends Engine {
  /** Every connection made, oldest first. */
  readonly connections: readonly FakeConnection[];
}

/** An engine connection whose other end is the test. */
export interface FakeConnection extends EngineConnection {
  /** Whose log it was told to keep, and how much of it: each time. */
  readonly kept: readonly (readonly [ProfileId, RetentionBudgets])[];
  /** On what terms it was told to connect: each time. */
  readonly terms: readonly ConnectTerms[];
  /** All other calls received, for example `['connect', request]`. */
  readonly calls: readonly (readonly [string, ...unknown[]])[];
  readonly emit: (event: EngineEvent) => void;
  /** Opens the connection (`started`, then `ended`). */
  readonly open: () => void;
  readonly fail: (outcome: HandshakeOutcome) => void;
  /** Stores an entry and sends the summary. */
  readonly append: (direction: Direction, kind: EntryKind, text: string) => void;
  /** Until `release` is called, answers wait. */
  readonly hold: () => void;
  readonly release: () => void;
}

export interface FakeEngineOptions {
  readonly now: () => number;
  /** Opens on `connect` and answers each message with itself: enough to work on the page without a server. */
  readonly isEchoing?: boolean;
}

export function createFakeEngine({ now, isEchoing = false }: FakeEngineOptions): FakeEngine {
  const connections: FakeConnection[] = [];
  return {
    connections,
    createConnection(listener) {
      const connection = createFakeConnection(listener, now, isEchoing);
      connections.push(connection);
      return connection;
    },
  };
}

function createFakeConnection(
  listener: (event: EngineEvent) => void,
  now: () => number,
  isEchoing: boolean,
): FakeConnection {
  const calls: [string, ...unknown[]][] = [];
  const kept: [ProfileId, RetentionBudgets][] = [];
  const terms: ConnectTerms[] = [];
  let entries: TranscriptEntry[] = [];
  let filter = NO_FILTER;
  let sequence = 0;
  let url = 'ws://127.0.0.1/';
  let held: (() => void)[] | null = null;
  const shown = (): TranscriptEntry[] => entries.filter((entry) => matches(entry, filter));

  function answer<T>(make: () => T): Promise<T> {
    return new Promise((resolve) => {
      if (held === null) resolve(make());
      else held.push(() => resolve(make()));
    });
  }

  function emitSummary(): void {
    const data = entries.filter((entry) => entry.kind === 'text' || entry.kind === 'binary');
    listener({
      type: 'summary',
      summary: {
        total: entries.length,
        matching: shown().length,
        sent: data.filter((entry) => entry.direction === 'sent').length,
        received: data.filter((entry) => entry.direction === 'received').length,
        bytes: entries.reduce((sum, entry) => sum + entry.byteLength, 0),
        ratePerSecond: 0,
        first: 0,
        retention: NOTHING_RETAINED,
        hits: 0,
        scan: { kind: 'done' },
      },
    });
  }

  function append(direction: Direction, kind: EntryKind, payload: Uint8Array): void {
    sequence += 1;
    const time = now();
    const gapMs = time - (entries.at(-1)?.time ?? time);
    entries.push({
      sequence,
      time,
      direction,
      kind,
      byteLength: payload.byteLength,
      frames: 1,
      gapMs: entries.length === 0 ? null : gapMs,
      payload,
    });
    emitSummary();
  }

  function end(outcome: HandshakeOutcome): void {
    listener({
      type: 'connection',
      event: {
        type: 'handshake',
        event: { type: 'started', at: now(), url, madeBy: 'companion', proxy: null },
      },
    });
    listener({
      type: 'connection',
      event: { type: 'handshake', event: { type: 'ended', outcome, atMs: 1 } },
    });
  }

  const connection: FakeConnection = {
    calls,
    kept,
    terms,
    emit: listener,
    open: () => end({ kind: 'open', subprotocol: null, extensions: null }),
    fail: end,
    append: (direction, kind, text) => append(direction, kind, new TextEncoder().encode(text)),
    hold() {
      held = [];
    },
    release() {
      const waiting = held ?? [];
      held = null;
      for (const resolve of waiting) resolve();
    },
    connect(request, connectTerms) {
      calls.push(['connect', request]);
      terms.push(connectTerms);
      url = request.url;
      if (isEchoing) connection.open();
    },
    cancel: () => void calls.push(['cancel']),
    send(message) {
      calls.push(['send', message]);
      if (!isEchoing) return;
      append('sent', message.kind, bytesOf(message));
      append('received', message.kind, bytesOf(message));
    },
    ping: (payload) => void calls.push(['ping', payload]),
    close(code, reason) {
      calls.push(['close', code, reason]);
      if (!isEchoing) return;
      const ending = {
        at: now(),
        closeCode: code ?? 1005,
        reason,
        wasClean: true,
        by: 'local',
        detail: null,
      } as const;
      listener({ type: 'connection', event: { type: 'closed', ending } });
    },
    setFilter(next) {
      calls.push(['setFilter', next]);
      filter = next;
      emitSummary();
    },
    clear() {
      calls.push(['clear']);
      entries = [];
      emitSummary();
    },
    watchMeasures: (isWatched) => void calls.push(['watchMeasures', isWatched]),
    prepareSearch: () => void calls.push(['prepareSearch']),
    keep: (profileId, budgets) => void kept.push([profileId, budgets]),
    readRows(first, count) {
      calls.push(['readRows', first, count]);
      return answer(() => ({
        first,
        rows: shown()
          .slice(first, first + count)
          .map(({ payload, ...row }) => ({
            ...row,
            preview: new TextDecoder().decode(payload),
            isPreviewCut: false,
          })),
      }));
    },
    readEntry(wanted) {
      calls.push(['readEntry', wanted]);
      return answer(() => entries.find((entry) => entry.sequence === wanted) ?? null);
    },
    readRoundTrips(wanted) {
      calls.push(['readRoundTrips', wanted]);
      // Everything sent is awaited, and nothing else known.
      return answer(() => {
        const isAwaited = entries.some((entry) => entry.sequence === wanted && entry.direction === 'sent');
        return { sequence: wanted, asked: null, answers: [], isAwaited };
      });
    },
    exportLog(order) {
      calls.push(['exportLog', order]);
      return answer(() => {
        const blob = new Blob(shown().map((entry) => `${JSON.stringify({ sequence: entry.sequence })}\n`));
        return { blob, bytes: blob.size, entries: shown().length, missing: 0, masked: 0 };
      });
    },
    inspectFile(file) {
      calls.push(['inspectFile', file.name]);
      return answer(() => ({ form: 'jsonl' as const, sockets: null }));
    },
    importFile(file, order) {
      calls.push(['importFile', file.name, order]);
      return answer(() => IMPORTED);
    },
    findPlace(place) {
      calls.push(['findPlace', place]);
      return answer(() => {
        if (place.kind !== 'entry') return shown().length - 1;
        const position = shown().findIndex((entry) => entry.sequence === place.sequence);
        return position === -1 ? null : position;
      });
    },
    readText(first, end) {
      calls.push(['readText', first, end]);
      const lines = () => shown().slice(first, end);
      return answer(() =>
        lines()
          .map(({ payload }) => new TextDecoder().decode(payload))
          .join('\n'),
      );
    },
    openPast(id) {
      calls.push(['openPast', id]);
      return answer(() => {});
    },
    discard() {
      calls.push(['discard']);
      return Promise.resolve();
    },
    dispose: () => void calls.push(['dispose']),
  };
  return connection;
}

/** What the import of a log comes to that is as it was. */
export const IMPORTED: ImportedLog = {
  logId: 'imported',
  entries: 2,
  bytes: 4,
  startedAt: 1_000,
  endedAt: 3_000,
  ending: null,
  connections: 1,
  problemCount: 0,
  problems: [],
  missing: 0,
  masked: 0,
  gone: 0,
  isRenumbered: false,
};

function bytesOf(message: OutgoingMessage): Uint8Array {
  return message.kind === 'text' ? new TextEncoder().encode(message.text) : message.bytes;
}

function matches(entry: TranscriptEntry, filter: TranscriptFilter): boolean {
  const text = new TextDecoder().decode(entry.payload).toLowerCase();
  return (
    (filter.direction === 'both' || entry.direction === filter.direction) &&
    (filter.kinds === 'all' || filter.kinds === entry.kind) &&
    text.includes(filter.text.toLowerCase())
  );
}

/** A request to nowhere, for tests that only pass it on. */
export function requestTo(url: string, fields: Partial<ConnectionRequest> = {}): ConnectionRequest {
  return {
    transport: 'companion',
    url,
    headers: [],
    origin: null,
    subprotocols: [],
    maxFrameBytes: null,
    options: DEFAULT_CONNECT_OPTIONS,
    ...fields,
  };
}
