import type { ConnectionEvent } from '#domain/connection/connectionEvent.ts';
import type { HandshakeEvent } from '#domain/handshake/handshakeEvent.ts';
import type {
  HandshakeFailure,
  HandshakeOutcome,
  HandshakeStep,
  Transport,
} from '#domain/handshake/handshakeRecord.ts';

/** Tells of an attempt's handshake, and remembers how far it has come. Nothing is told after its end. */
export interface HandshakeProgress {
  readonly isEnded: () => boolean;
  /** The step under way. */
  readonly step: () => HandshakeStep | null;
  readonly start: (url: string, madeBy: Transport) => void;
  readonly startStep: (step: HandshakeStep, limitMs: number) => void;
  /** Tells what someone else has seen. */
  readonly tell: (event: HandshakeEvent) => void;
  readonly end: (outcome: HandshakeOutcome) => void;
  readonly fail: (failure: HandshakeFailure) => void;
}

export function createHandshakeProgress(
  onEvent: (event: ConnectionEvent) => void,
  now: () => number,
): HandshakeProgress {
  let startedAt = now();
  let step: HandshakeStep | null = null;
  let isEnded = false;

  function tell(event: HandshakeEvent): void {
    if (isEnded) return;
    if (event.type === 'started') startedAt = event.at;
    if (event.type === 'step-started') step = event.step;
    if (event.type === 'step-ended' && event.step === step) step = null;
    if (event.type === 'ended') isEnded = true;
    onEvent({ type: 'handshake', event });
  }

  const end = (outcome: HandshakeOutcome): void => tell({ type: 'ended', outcome, atMs: now() - startedAt });

  return {
    isEnded: () => isEnded,
    step: () => step,
    start: (url, madeBy) => tell({ type: 'started', at: now(), url, madeBy, proxy: null }),
    startStep: (next, limitMs) =>
      tell({ type: 'step-started', step: next, atMs: now() - startedAt, limitMs }),
    tell,
    end(outcome) {
      if (outcome.kind === 'open' && step !== null)
        tell({ type: 'step-ended', step, atMs: now() - startedAt });
      end(outcome);
    },
    fail: (failure) => end({ kind: 'failed', failure }),
  };
}
