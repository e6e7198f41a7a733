import type { OutgoingMessage } from '../connection/outgoingMessage.ts';
import type { ExpectedOutcome } from './expectation.ts';

/** A saved message of a profile, to be sent. */
export interface NamedMessage {
  readonly name: string;
  readonly message: OutgoingMessage;
}

/** The names of the saved messages that a message is expected after, each once, in the order of the expectations. */
export function awaitedSavedNames(expectations: readonly ExpectedOutcome[]): readonly string[] {
  const names = expectations.flatMap((expected) =>
    expected.kind === 'message' && expected.after !== '' ? [expected.after] : [],
  );
  return [...new Set(names)];
}
