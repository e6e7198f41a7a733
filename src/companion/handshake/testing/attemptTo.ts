import type { HandshakeEvent } from '#domain/handshake/handshakeEvent.ts';
import type { HandshakeFailure, HandshakeRecord, HandshakeStep } from '#domain/handshake/handshakeRecord.ts';
import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import { onTestFinished } from 'vitest';
import { dial, type DialOptions, type DialResult } from '../dial.ts';

export interface FinishedAttempt {
  readonly result: DialResult;
  readonly record: HandshakeRecord;
  readonly events: readonly HandshakeEvent[];
  /** The failure it ended with; throws when it ended otherwise. */
  readonly failure: () => HandshakeFailure;
}

export interface AttemptWish extends Partial<DialOptions> {
  /** Cancels the attempt as soon as this step has started. */
  readonly cancelAt?: HandshakeStep;
}

/** Dials, and hangs up at the end of the test. */
export async function attemptTo(
  request: ConnectionRequest,
  { cancelAt, ...options }: AttemptWish = {},
): Promise<FinishedAttempt> {
  const events: HandshakeEvent[] = [];
  const cancellation = new AbortController();
  const onEvent = (event: HandshakeEvent): void => {
    events.push(event);
    if (event.type === 'step-started' && event.step === cancelAt) setImmediate(() => cancellation.abort());
  };
  const result = await dial(request, { signal: cancellation.signal, ...options, onEvent });
  onTestFinished(() => {
    if (result.kind === 'open') result.socket.destroy();
  });
  const failure = (): HandshakeFailure => {
    const { outcome } = result.record;
    if (outcome?.kind === 'failed') return outcome.failure;
    throw new Error(`The attempt did not fail: ${JSON.stringify(outcome)}`);
  };
  return { result, record: result.record, events, failure };
}
