import { assertNever } from '#domain/assertNever.ts';
import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import { createCsvEncoder } from '#domain/transcript/transfer/csvEncoder.ts';
import { createHarEncoder } from '#domain/transcript/transfer/harEncoder.ts';
import { createJsonLinesEncoder } from '#domain/transcript/transfer/jsonLinesEncoder.ts';
import type { LogConnection, LogEncoder, LogForm } from '#domain/transcript/transfer/logEncoder.ts';
import type { LogEntry } from '#domain/transcript/transfer/logEntry.ts';
import { maskConnection } from '#domain/transcript/transfer/maskConnection.ts';
import { createPayloadMasker } from '#domain/transcript/transfer/maskPayload.ts';
import type { ExportOrder, ExportedLog, TransferProgress } from '#wire/logTransfer.ts';
import { entryKindOf } from '../transcript/entryKind.ts';
import type { FilteredView } from '../transcript/filteredView.ts';
import type { TranscriptStore } from '../transcript/transcriptStore.ts';
import type { LoggedHandshakes } from './loggedHandshakes.ts';
import type { LogSink } from './logSink.ts';
import { TransferCancelledError } from './transferCancelledError.ts';

/** The longest that stands in memory of what is written, beside one message: enough that a write costs little. */
const PIECE_CHARACTERS = 1024 * 1024;

/** Entries that a filter hides are passed over; after so many, others have their turn. */
const PASSED_OVER_AT_ONCE = 65_536;

/** The version that files name; `package.json` has the same. */
const VERSION = '0.1.0';

/** The transcript was cleared, or its filter changed, while it was being exported. */
export class ExportInterruptedError extends Error {
  readonly code = 'export-interrupted';
  override readonly name = 'ExportInterruptedError';
}

export interface ExportOptions {
  readonly store: TranscriptStore;
  readonly view: FilteredView;
  readonly handshakes: LoggedHandshakes;
  readonly order: Omit<ExportOrder, 'file'>;
  readonly sink: LogSink;
  /** Lets others have a turn: a long export holds up neither messages nor the page. */
  readonly pause: () => Promise<void>;
  readonly onProgress: (progress: TransferProgress) => void;
  readonly signal: AbortSignal;
}

/** The entries that are there now, or those of them that the filter shows, written to the sink piece by piece. */
export async function exportLog(options: ExportOptions): Promise<ExportedLog> {
  const { sink } = options;
  try {
    return await new LogExport(options).run();
  } catch (error) {
    // What is half written is of no use, and whoever waits hears of the error that led here.
    await sink.abort().catch(() => {});
    throw error;
  }
}

class LogExport {
  readonly #options: ExportOptions;
  readonly #encoder: LogEncoder;
  readonly #mask: (payload: Uint8Array) => Uint8Array | null;
  readonly #generation: number;
  readonly #firstSequence: number;
  #piece: string[] = [];
  #characters = 0;
  /** Entries before this index have been looked at for where a connection opened. */
  #looked: number;
  /** Whether the encoder knows of a connection. */
  #isBegun = false;
  #entries = 0;
  #missing = 0;
  #masked = 0;

  constructor(options: ExportOptions) {
    const { order, store, view } = options;
    this.#options = options;
    this.#encoder = createEncoder(order.form);
    this.#mask = order.secrets === null ? () => null : createPayloadMasker(order.secrets.values);
    this.#generation = view.generation;
    this.#firstSequence = store.sequenceAt(0);
    this.#looked = store.first;
  }

  async run(): Promise<ExportedLog> {
    const { sink, store, view, order } = this.#options;
    const shown = order.scope === 'shown' ? view : store;
    const { first, end } = shown;
    this.#add(this.#encoder.begin());
    for (let position = first; position < end; position += 1) {
      if (position < shown.first) {
        // The oldest entries may go while the pieces are made.
        this.#missing += Math.min(end, shown.first) - position;
        position = shown.first;
        if (position >= end) break;
      }
      const index = order.scope === 'shown' ? view.indexAt(position) : position;
      if (index - this.#looked > PASSED_OVER_AT_ONCE) {
        // One step after another is the point: the pause is for everyone else.
        await this.#passOver(index);
        // It went meanwhile: the same position is looked at again, as one of those that are missing.
        if (index < store.first) {
          position -= 1;
          continue;
        }
      }
      this.#write(index);
      if (this.#characters < PIECE_CHARACTERS) continue;
      this.#options.onProgress({ done: position + 1 - first, total: end - first });
      await this.#flush();
    }
    const isMasked = order.secrets !== null;
    this.#add(this.#encoder.end({ missing: this.#missing, isMasked }));
    await sink.write(this.#piece);
    const blob = await sink.close();
    return {
      blob,
      bytes: sink.bytes(),
      entries: this.#entries,
      missing: this.#missing,
      masked: this.#masked,
    };
  }

  #add(text: string): void {
    this.#piece.push(text);
    this.#characters += text.length;
  }

  #write(index: number): void {
    this.#findConnection(index);
    const entry = this.#readEntry(index);
    if (entry.isMasked) this.#masked += 1;
    this.#entries += 1;
    this.#add(this.#encoder.entry(entry));
  }

  async #flush(): Promise<void> {
    const piece = this.#piece;
    this.#piece = [];
    this.#characters = 0;
    await this.#options.sink.write(piece);
    await this.#rest();
  }

  /** Looks at the entries that the filter hides before the one at `index`. */
  async #passOver(index: number): Promise<void> {
    while (index - this.#looked > PASSED_OVER_AT_ONCE) {
      this.#findConnection(this.#looked + PASSED_OVER_AT_ONCE);
      await this.#rest();
    }
  }

  async #rest(): Promise<void> {
    const { pause, signal, store, view, order } = this.#options;
    await pause();
    if (signal.aborted) throw new TransferCancelledError();
    const isFilteredAnew = order.scope === 'shown' && view.generation !== this.#generation;
    if (isFilteredAnew || store.sequenceAt(0) !== this.#firstSequence) {
      throw new ExportInterruptedError(INTERRUPTED);
    }
  }

  /** Tells the encoder of the connection that the entry at `index` is of, if that is another one than before. */
  #findConnection(index: number): void {
    const { store, order } = this.#options;
    let begun = this.#isBegun ? null : this.#unknown(index);
    this.#isBegun = true;
    for (let at = Math.max(this.#looked, store.first); at <= index; at += 1) {
      if (store.kindAt(at) === ENTRY_KIND.opened) begun = this.#connectionAt(at);
    }
    this.#looked = Math.max(this.#looked, index + 1);
    if (begun === null) return;
    this.#add(
      this.#encoder.connection(order.secrets === null ? begun : maskConnection(begun, order.secrets)),
    );
  }

  #unknown(index: number): LogConnection {
    return { startedAt: this.#options.store.timeAt(index), url: '', record: null };
  }

  #connectionAt(index: number): LogConnection {
    const { store, handshakes } = this.#options;
    const text = new TextDecoder().decode(store.payloadAt(index));
    const [, url = ''] = /^Open: (\S+?)(?:, |$)/.exec(text) ?? [];
    return { startedAt: store.timeAt(index), url, record: handshakes.at(store.sequenceAt(index)) };
  }

  #readEntry(index: number): LogEntry {
    const { store } = this.#options;
    const payload = store.payloadAt(index);
    const masked = this.#mask(payload);
    return {
      sequence: store.sequenceAt(index),
      time: store.timeAt(index),
      direction: store.isSentAt(index) ? 'sent' : 'received',
      kind: entryKindOf(store.kindAt(index)),
      frames: store.framesAt(index),
      isCompressed: store.isCompressedAt(index),
      isMasked: masked !== null,
      payload: masked ?? payload,
    };
  }
}

function createEncoder(form: LogForm): LogEncoder {
  switch (form) {
    case 'jsonl':
      return createJsonLinesEncoder();
    case 'csv':
      return createCsvEncoder();
    case 'har':
      return createHarEncoder(VERSION);
    default:
      return assertNever(form);
  }
}

const INTERRUPTED = 'The log was cleared or filtered anew while it was being exported. Export it again.';
