import { assertNever } from '../assertNever.ts';
import { formatDuration } from '../format/formatDuration.ts';
import { formatElapsed } from '../format/formatElapsed.ts';
import { stepLabel } from '../handshake/stepLabel.ts';
import { explainCloseCode } from '../websocket/closeCode.ts';
import type { Connection, ConnectionPhase, Ending, Opened } from './connection.ts';

/** What the status region says of a connection. */
export interface ConnectionDescription {
  readonly word: 'Idle' | 'Connecting' | 'Open' | 'Closing' | 'Closed' | 'Failed';
  /** Goes on where the word ends; may be empty. */
  readonly detail: string;
}

/**
 * Puts a connection into words. With `nowMs`, time that still runs is told too; leave it out where the text is a live
 * region, which a screen reader would read aloud with every second.
 */
export function describeConnection(
  { phase, record }: Connection,
  nowMs: number | null = null,
): ConnectionDescription {
  switch (phase.kind) {
    case 'idle':
      return { word: 'Idle', detail: describeCancellation(phase) };
    case 'connecting':
      return { word: 'Connecting', detail: describeAttempt(phase, nowMs) };
    case 'open':
      return { word: 'Open', detail: describeOpened(phase.opened, nowMs) };
    case 'closing':
      return { word: 'Closing', detail: describeClosing(phase) };
    case 'closed':
      return { word: 'Closed', detail: describeEnding(phase.opened, phase.ending) };
    case 'failed':
      return { word: 'Failed', detail: describeFailure(phase, record?.response?.from === 'proxy') };
    default:
      return assertNever(phase);
  }
}

/** The description as one text: `Failed refused with 401 Access Denied`. */
export function statusText(connection: Connection, nowMs: number | null = null): string {
  const { word, detail } = describeConnection(connection, nowMs);
  return detail === '' ? word : `${word} ${detail}`;
}

type PhaseOf<Kind extends ConnectionPhase['kind']> = Extract<ConnectionPhase, { kind: Kind }>;

function describeCancellation({ cancelled }: PhaseOf<'idle'>): string {
  if (cancelled === null) return '';
  const place = cancelled.step === null ? '' : ` at ${stepLabel(cancelled.step)}`;
  return `cancelled by you${place} after ${formatDuration(cancelled.afterMs)}`;
}

function describeAttempt({ step, startedAt }: PhaseOf<'connecting'>, nowMs: number | null): string {
  const place = step === null ? [] : [`at ${stepLabel(step)}`];
  const time = nowMs === null ? [] : [`${formatDuration(Math.max(0, nowMs - startedAt))} so far`];
  return [...place, ...time].join(', ');
}

function describeOpened({ at, subprotocol }: Opened, nowMs: number | null): string {
  const time = nowMs === null ? [] : [`for ${formatElapsed(nowMs - at)}`];
  const selected = subprotocol === null ? [] : [`subprotocol ${subprotocol}`];
  return [...time, ...selected].join(' · ');
}

function describeClosing({ by }: PhaseOf<'closing'>): string {
  return by === 'local' ? "by you: waiting for the server's Close frame" : 'by the server';
}

const ENDED_BY: Readonly<Record<Ending['by'], string>> = {
  local: 'by you',
  remote: 'by the server',
  'protocol-error': 'by Postern',
  network: 'by the network',
  companion: 'by the loss of the companion',
};

function describeEnding(opened: Opened, { at, by, closeCode, reason, detail }: Ending): string {
  const { name, meaning } = explainCloseCode(closeCode);
  const quoted = reason === '' ? '' : ` “${reason}”`;
  const time = formatDuration(Math.max(0, at - opened.at));
  return `${ENDED_BY[by]} with ${closeCode} ${name}${quoted} after ${time} — ${detail ?? meaning}`;
}

function describeFailure({ outcome }: PhaseOf<'failed'>, isByProxy: boolean): string {
  if (outcome.kind === 'failed') {
    return `at ${stepLabel(outcome.failure.step)}: ${outcome.failure.message}`;
  }
  const who = isByProxy ? 'refused by the proxy' : 'refused';
  return `${who} with ${outcome.status} ${outcome.reason}`.trimEnd();
}
