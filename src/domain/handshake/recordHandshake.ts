import { assertNever } from '../assertNever.ts';
import type { HandshakeEvent } from './handshakeEvent.ts';
import type { HandshakeRecord, StepTiming } from './handshakeRecord.ts';

/**
 * Folds one event into the record. `started` begins a new record; any other event without a record before it is
 * a fault of the caller and leaves `null`.
 */
export function recordHandshake(
  record: HandshakeRecord | null,
  event: HandshakeEvent,
): HandshakeRecord | null {
  if (event.type === 'started') return startRecord(event);
  if (record === null) return null;
  switch (event.type) {
    case 'step-started':
      return { ...record, steps: [...record.steps, startStep(event)] };
    case 'step-ended':
      return { ...record, steps: record.steps.map((timing) => endStep(timing, event)) };
    case 'resolved':
      return { ...record, addresses: event.addresses };
    case 'connected':
      return { ...record, remoteAddress: event.remoteAddress };
    case 'secured':
      return { ...record, tls: event.tls };
    case 'requested':
      return { ...record, request: event.request };
    case 'first-byte':
      return { ...record, firstByteMs: event.atMs };
    case 'answered':
      return { ...record, response: event.response };
    case 'body-read':
      return record.response === null
        ? record
        : { ...record, response: { ...record.response, body: event.body } };
    case 'checked':
      return { ...record, checks: event.checks };
    case 'ended':
      return { ...record, outcome: event.outcome, endedMs: event.atMs };
    default:
      return assertNever(event);
  }
}

function startRecord(event: Extract<HandshakeEvent, { type: 'started' }>): HandshakeRecord {
  return {
    madeBy: event.madeBy,
    url: event.url,
    startedAt: event.at,
    proxy: event.proxy,
    steps: [],
    addresses: [],
    remoteAddress: null,
    tls: null,
    request: null,
    firstByteMs: null,
    response: null,
    checks: [],
    outcome: null,
    endedMs: null,
  };
}

function startStep(event: Extract<HandshakeEvent, { type: 'step-started' }>): StepTiming {
  return { step: event.step, startMs: event.atMs, endMs: null, limitMs: event.limitMs };
}

function endStep(timing: StepTiming, event: Extract<HandshakeEvent, { type: 'step-ended' }>): StepTiming {
  return timing.step === event.step && timing.endMs === null ? { ...timing, endMs: event.atMs } : timing;
}
