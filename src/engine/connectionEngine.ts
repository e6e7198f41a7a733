import { assertNever } from '#domain/assertNever.ts';
import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import type { ConnectTerms } from '#domain/connection/connectTerms.ts';
import { awaitedMessages } from '#domain/expectation/awaitedMessage.ts';
import type { EngineCall, EngineToPage, PageToEngine } from '#wire/engineMessage.ts';
import type { TransferProgress } from '#wire/logTransfer.ts';
import type { ConnectionAdapter, OpenAdapter } from './adapters/connectionAdapter.ts';
import { NOT_OPEN } from './adapters/rejections.ts';
import { withKeepAlive } from './adapters/withKeepAlive.ts';
import { answerCall } from './answerCall.ts';
import { createAttemptLog } from './attemptLog.ts';
import type { LogStorage } from './stored/logStorage.ts';
import type { PatternWorker } from './transcript/scan/patternMatcher.ts';
import { createTranscript } from './transcript/transcript.ts';

export interface ConnectionEngineOptions {
  readonly post: (message: EngineToPage, transfer: Transferable[]) => void;
  readonly openBrowserSocket: OpenAdapter;
  readonly openCompanionRelay: (relayUrl: string) => OpenAdapter;
  /** Milliseconds since the epoch, with fractions; never goes back. */
  readonly now: () => number;
  /** Lets messages that are waiting have their turn first. */
  readonly pause: () => Promise<void>;
  /** Where logs are kept on this device; `null` where nothing can be. */
  readonly storage: LogStorage | null;
  /** A name for a log: later ones come later in the alphabet. */
  readonly newLogId: () => string;
  /** A worker of its own for regular expressions: one that runs away is ended with it. */
  readonly createPatternWorker: () => PatternWorker;
}

/** One connection and its transcript: what runs in the worker, apart from the worker itself. */
export interface ConnectionEngine {
  readonly receive: (message: PageToEngine) => void;
  readonly dispose: () => void;
}

export function createConnectionEngine(options: ConnectionEngineOptions): ConnectionEngine {
  const { now, pause, storage, newLogId, createPatternWorker } = options;
  const post = (message: EngineToPage, transfer: Transferable[] = []): void =>
    options.post(message, transfer);
  const transcript = createTranscript({
    now,
    pause,
    storage,
    newId: newLogId,
    createPatternWorker,
    onSummary: (summary) => post({ type: 'summary', summary }),
    onMeasures: (measures) => post({ type: 'measures', measures }),
    onSighted: (sightings) => post({ type: 'sighted', sightings }),
  });
  /** The calls that are being worked on, by their ids. */
  const underWay = new Map<number, AbortController>();
  let current: ConnectionAdapter | null = null;

  function connect(request: ConnectionRequest, terms: ConnectTerms, relayUrl: string): void {
    // One connection at a time: whoever wants another one ends this one first, and knows when it has ended.
    if (current !== null) return;
    const transport =
      request.transport === 'browser' ? options.openBrowserSocket : options.openCompanionRelay(relayUrl);
    const open = withKeepAlive(transport, terms.keepAlive);
    transcript.expect(awaitedMessages(terms.expectations));
    const log = createAttemptLog({ request, ...terms, transcript, now });
    // An adapter that has ended, or was cancelled, may have events of its socket still under way.
    const isCurrent = (): boolean => current === adapter;
    const adapter: ConnectionAdapter = open(request, {
      onEvent(event) {
        if (!isCurrent()) return;
        const isOver = log.note(event);
        if (isOver) current = null;
        post({ type: 'connection', event });
      },
      onRecord: (record) => isCurrent() && transcript.append(record),
      onBatch: (batch) => isCurrent() && transcript.appendBatch(batch),
      onBatchEnd: () => isCurrent() && transcript.changed(),
      onRejected: reject,
    });
    current = adapter;
  }

  function reject(code: string, message: string): void {
    post({ type: 'rejected', code, message });
  }

  function withConnection(act: (adapter: ConnectionAdapter) => void): void {
    if (current === null) reject(...NOT_OPEN);
    else act(current);
  }

  async function answer(id: number, call: EngineCall): Promise<void> {
    const cancelling = new AbortController();
    underWay.set(id, cancelling);
    const onProgress = (progress: TransferProgress) => post({ type: 'progress', id, progress });
    const { answer, transfer } = await answerCall(call, transcript, {
      onProgress,
      signal: cancelling.signal,
    });
    underWay.delete(id);
    post({ type: 'answer', id, answer }, transfer);
  }

  return {
    receive(message) {
      switch (message.type) {
        case 'connect':
          return connect(message.request, message.terms, message.relayUrl);
        case 'cancel':
          return current?.cancel();
        case 'send':
          return withConnection((adapter) => {
            for (const name of message.savedNames) transcript.noteSending(name);
            adapter.send(message.message);
          });
        case 'ping':
          return withConnection((adapter) => adapter.ping(message.payload));
        case 'close':
          return withConnection((adapter) => adapter.close(message.code, message.reason));
        case 'set-filter':
          return transcript.setFilter(message.filter);
        case 'prepare-search':
          return transcript.prepareSearch();
        case 'clear':
          return transcript.clear();
        case 'watch-measures':
          return transcript.watchMeasures(message.isWatched);
        case 'keep':
          return transcript.keep(message.profileId, message.budgets);
        case 'call':
          return void answer(message.id, message.call);
        case 'cancel-call':
          return underWay.get(message.id)?.abort();
        default:
          return assertNever(message);
      }
    },
    dispose() {
      current?.abandon();
      current = null;
      for (const cancelling of underWay.values()) cancelling.abort();
      transcript.dispose();
    },
  };
}
