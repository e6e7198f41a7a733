import { assertNever } from '#domain/assertNever.ts';
import type { Ending } from '#domain/connection/connection.ts';
import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import type { HandshakeOutcome, UpgradeResponse } from '#domain/handshake/handshakeRecord.ts';
import { attemptText } from '#domain/reconnect/describeReconnection.ts';
import type { AttemptNumber } from '#domain/reconnect/reconnection.ts';
import { stepLabel } from '#domain/handshake/stepLabel.ts';
import { maskUrlBy } from '#domain/profile/maskUrlBy.ts';
import { explainCloseCode } from '#domain/websocket/closeCode.ts';

type OutcomeOf<Kind extends HandshakeOutcome['kind']> = Extract<HandshakeOutcome, { kind: Kind }>;

export interface OpenedConnection {
  readonly request: ConnectionRequest;
  /** Of those that open a connection again; `null` for one that the person opened. */
  readonly attempt: AttemptNumber | null;
  /** `null` in the Browser transport, which hides it. */
  readonly response: UpgradeResponse | null;
  readonly outcome: OutcomeOf<'open'>;
}

/** What the transcript says where a connection opens. */
export function openedText({ request, attempt, response, outcome }: OpenedConnection): string {
  const parts = [`Open: ${withoutValues(request.url)}`];
  if (response !== null) parts.push(`${response.status} ${response.reason}`.trim());
  if (outcome.subprotocol !== null) parts.push(`subprotocol ${outcome.subprotocol}`);
  if (outcome.extensions !== null) parts.push(`extensions ${outcome.extensions}`);
  if (attempt !== null) parts.push(`reconnected at ${attemptText(attempt)}`);
  return parts.join(', ');
}

/** What the transcript says of an attempt to reconnect that did not open. */
export function attemptEndedText(
  attempt: AttemptNumber,
  outcome: OutcomeOf<'refused' | 'failed' | 'cancelled'>,
): string {
  return `Not reconnected at ${attemptText(attempt)}: ${describeOutcome(outcome)}`;
}

function describeOutcome(outcome: OutcomeOf<'refused' | 'failed' | 'cancelled'>): string {
  switch (outcome.kind) {
    case 'refused':
      return `${`refused with ${outcome.status} ${outcome.reason}`.trimEnd()}.`;
    case 'failed':
      return `failed at ${stepLabel(outcome.failure.step)}. ${outcome.failure.message}`;
    case 'cancelled':
      return 'cancelled by you.';
    default:
      return assertNever(outcome);
  }
}

/** What the transcript says where a connection ends. */
export function endedText(ending: Ending): string {
  const { name, meaning } = explainCloseCode(ending.closeCode);
  const parts = [`Closed ${closedBy(ending.by)}: ${ending.closeCode} ${name}.`];
  if (ending.reason !== '') parts.push(`Reason: ${ending.reason}.`);
  parts.push(ending.detail ?? meaning);
  return parts.join(' ');
}

/** A request no longer says which of its parameters are secrets, so none of their values goes into the log. */
function withoutValues(url: string): string {
  return maskUrlBy(url, () => true);
}

function closedBy(by: Ending['by']): string {
  switch (by) {
    case 'local':
      return 'by you';
    case 'remote':
      return 'by the server';
    case 'protocol-error':
      return 'by Postern';
    case 'network':
      return 'without a closing handshake';
    case 'companion':
      return 'with the companion';
    default:
      return assertNever(by);
  }
}
