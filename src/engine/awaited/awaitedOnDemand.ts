import type { AwaitedMessage } from '#domain/expectation/awaitedMessage.ts';
import type { AwaitedMessages, AwaitedOptions, AwaitedStart } from './awaitedMessages.ts';

/** What a connection's profile expects of its messages, before and after the code has come that looks for it. */
export interface AwaitedOnDemand {
  /** For the connection that begins: nothing, most of the time, and then there is nothing to load. */
  readonly expect: (messages: readonly AwaitedMessage[]) => void;
  /** The connection has opened, ms since the epoch. */
  readonly opened: (at: number) => void;
  /** A saved message is about to go out. */
  readonly sending: (savedName: string) => void;
  readonly look: () => void;
  /** The store counts its entries anew. */
  readonly restart: () => void;
  readonly dispose: () => void;
}

export function createAwaitedOnDemand(options: AwaitedOptions): AwaitedOnDemand {
  let awaited: AwaitedMessages | null = null;
  let expected: readonly AwaitedMessage[] = [];
  /** What has begun before the code has come. */
  let begun: (readonly [after: string, AwaitedStart])[] = [];

  async function load(messages: readonly AwaitedMessage[]): Promise<void> {
    try {
      const { AwaitedMessages } = await import('./awaitedMessages.ts');
      if (expected !== messages) return;
      awaited = new AwaitedMessages(messages, options);
      for (const [after, start] of begun) awaited.start(after, start);
      begun = [];
    } catch {
      // The server of the page has gone: whoever waits is told.
      if (expected !== messages) return;
      options.onSighted(
        messages.map(({ id }) => ({ id, startedAt: null, afterMs: null, problem: 'unavailable' })),
      );
    }
  }

  function start(after: string, from: AwaitedStart): void {
    if (expected.length === 0) return;
    if (awaited === null) begun.push([after, from]);
    else awaited.start(after, from);
  }

  return {
    expect(messages) {
      awaited?.dispose();
      awaited = null;
      begun = [];
      expected = messages;
      if (messages.length > 0) void load(messages);
    },
    opened: (at) => start('', { index: options.store.end, at }),
    sending: (savedName) => start(savedName, { index: options.store.end, at: null }),
    look: () => awaited?.look(),
    restart() {
      begun = begun.map(([after, { at }]) => [after, { index: 0, at }]);
      awaited?.restart();
    },
    dispose() {
      expected = [];
      awaited?.dispose();
    },
  };
}
