import { assertNever } from '#domain/assertNever.ts';
import type { Ending } from '#domain/connection/connection.ts';
import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import type { HandshakeOutcome, UpgradeResponse } from '#domain/handshake/handshakeRecord.ts';
import { maskUrlBy } from '#domain/profile/maskUrlBy.ts';
import { explainCloseCode } from '#domain/websocket/closeCode.ts';

/** What the transcript says where a connection opens. The response is `null` in the Browser transport, which hides it. */
export function openedText(
  request: ConnectionRequest,
  response: UpgradeResponse | null,
  outcome: Extract<HandshakeOutcome, { kind: 'open' }>,
): string {
  const parts = [`Open: ${withoutValues(request.url)}`];
  if (response !== null) parts.push(`${response.status} ${response.reason}`.trim());
  if (outcome.subprotocol !== null) parts.push(`subprotocol ${outcome.subprotocol}`);
  if (outcome.extensions !== null) parts.push(`extensions ${outcome.extensions}`);
  return parts.join(', ');
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
    case 'network':
      return 'without a closing handshake';
    case 'companion':
      return 'with the companion';
    default:
      return assertNever(by);
  }
}
