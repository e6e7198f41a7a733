import type { AwaitedMessage, AwaitedSighting } from '#domain/expectation/awaitedMessage.ts';
import { ENTRY_KIND, NO_FILTER } from '#domain/transcript/entry.ts';
import { parseFilter } from '#domain/transcript/filter/parseFilter.ts';
import { planFilter } from '#domain/transcript/filter/planFilter.ts';
import type { PatternWorker } from '../transcript/scan/patternMatcher.ts';
import { createEntryScan } from '../transcript/scan/entryScan.ts';
import type { EntryScan, Look } from '../transcript/scan/entryScan.ts';
import { VERDICT } from '../transcript/scan/verdict.ts';
import type { TranscriptStore } from '../transcript/transcriptStore.ts';

export interface AwaitedOptions {
  readonly store: TranscriptStore;
  readonly now: () => number;
  readonly createPatternWorker: () => PatternWorker;
  /** Called with all of them when anything is known of one that was not known before. */
  readonly onSighted: (sightings: readonly AwaitedSighting[]) => void;
}

/** From where on something is looked for. */
export interface AwaitedStart {
  /** Of the first entry to look at. */
  readonly index: number;
  /** Ms since the epoch; `null` for the time of the sent message that is the first one there. */
  readonly at: number | null;
}

interface Awaited {
  readonly message: AwaitedMessage;
  readonly scan: EntryScan | null;
  /** Of the next entry to look at; `null` before the start. */
  next: number | null;
  isLooking: boolean;
  sighting: AwaitedSighting;
}

/** Looks for what is expected among the entries of a connection, each once, and no longer than it is waited for. */
export class AwaitedMessages {
  readonly #store: TranscriptStore;
  readonly #onSighted: AwaitedOptions['onSighted'];
  readonly #awaited: readonly Awaited[];
  #isDisposed = false;

  constructor(messages: readonly AwaitedMessage[], options: AwaitedOptions) {
    const { store, now, createPatternWorker, onSighted } = options;
    this.#store = store;
    this.#onSighted = onSighted;
    this.#awaited = messages.map((message) => {
      const parsed = parseFilter(message.filter);
      const chosen = { ...NO_FILTER, direction: 'received', kinds: 'data' } as const;
      const plan = planFilter(parsed.ok ? parsed.node : null, chosen, now());
      return {
        message,
        scan: createEntryScan(store, plan, createPatternWorker),
        next: null,
        isLooking: false,
        sighting: {
          id: message.id,
          startedAt: null,
          afterMs: null,
          problem: parsed.ok && parsed.node !== null ? null : 'unreadable',
        },
      };
    });
  }

  /** What comes `after` this is looked for from there on; once more, where nothing has been found yet. */
  start(after: string, { index, at }: AwaitedStart): void {
    for (const awaited of this.#awaited) {
      const { message, sighting } = awaited;
      if (message.after !== after || sighting.afterMs !== null) continue;
      awaited.next = index;
      awaited.sighting = { ...sighting, startedAt: at };
      if (sighting.problem !== null) this.#note(awaited, {});
    }
    this.look();
  }

  /** The store counts its entries anew. */
  restart(): void {
    for (const awaited of this.#awaited) {
      if (awaited.next === null) continue;
      awaited.next = 0;
      // Another one, though it says the same: what is being looked at now is no entry of the store any more.
      awaited.sighting = { ...awaited.sighting };
    }
  }

  look(): void {
    for (const awaited of this.#awaited) void this.#lookFor(awaited);
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const { scan } of this.#awaited) scan?.dispose();
  }

  async #lookFor(awaited: Awaited): Promise<void> {
    if (awaited.isLooking) return;
    awaited.isLooking = true;
    while (this.#hasMore(awaited)) {
      if (awaited.sighting.startedAt === null) this.#findStart(awaited);
      else await this.#lookOn(awaited);
    }
    awaited.isLooking = false;
  }

  #hasMore({ next, sighting, scan }: Awaited): boolean {
    const isDone = this.#isDisposed || sighting.afterMs !== null || sighting.problem !== null;
    return !isDone && scan !== null && next !== null && next < this.#store.end;
  }

  /** The time counts from when the message went, which its own entry says. */
  #findStart(awaited: Awaited): void {
    const index = Math.max(awaited.next ?? 0, this.#store.first);
    const kind = this.#store.kindAt(index);
    const isSent = this.#store.isSentAt(index) && (kind === ENTRY_KIND.text || kind === ENTRY_KIND.binary);
    awaited.next = index + 1;
    if (isSent) this.#note(awaited, { startedAt: this.#store.timeAt(index) });
  }

  async #lookOn(awaited: Awaited): Promise<void> {
    const { scan, sighting, message } = awaited;
    const first = Math.max(awaited.next ?? 0, this.#store.first);
    const { startedAt } = sighting;
    if (scan === null || startedAt === null) return;
    if (this.#store.timeAt(first) - startedAt > message.withinMs) {
      // What comes now comes too late: nobody waits for it.
      awaited.next = null;
      return;
    }
    const looked = scan.look(first);
    const look: Look = looked instanceof Promise ? await looked : looked;
    // Sent again meanwhile, or cleared: from another place.
    if (awaited.sighting !== sighting || Math.max(awaited.next ?? 0, this.#store.first) !== first) return;
    if (look.kind === 'cancelled') return;
    if (look.kind !== 'looked') return this.#note(awaited, { problem: look.kind });
    const place = look.verdicts.subarray(0, look.count).indexOf(VERDICT.yes);
    awaited.next = first + look.count;
    if (place !== -1)
      this.#note(awaited, { afterMs: Math.max(0, this.#store.timeAt(first + place) - startedAt) });
  }

  #note(awaited: Awaited, known: Partial<AwaitedSighting>): void {
    awaited.sighting = { ...awaited.sighting, ...known };
    if (!this.#isDisposed) this.#onSighted(this.#awaited.map(({ sighting }) => sighting));
  }
}
