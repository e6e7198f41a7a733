import type { Expectation } from './expectation.ts';
import type { MessageSighting } from './observed.ts';

/** A message that the engine looks for in a connection: it has the messages, and nobody else. */
export type AwaitedMessage = Extract<Expectation, { kind: 'message' }>;

/** As a `MessageSighting`, but by the clock of the log. */
export interface AwaitedSighting extends Omit<MessageSighting, 'startedAfterMs'> {
  readonly id: string;
  /** Ms since the epoch; `null` while what it is expected after has not happened. */
  readonly startedAt: number | null;
}

export function awaitedMessages(expectations: readonly Expectation[]): readonly AwaitedMessage[] {
  return expectations.filter((expectation) => expectation.kind === 'message');
}
