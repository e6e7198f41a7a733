import type { Answer } from '../server/answer.ts';
import type { Invocation } from './invoke.ts';
import { AWS_REFUSALS } from './refusals.ts';

/** What the outcome of `$connect` means for the handshake (gateways.md 5.3). */
export type ConnectOutcome =
  | { readonly kind: 'open'; readonly subprotocol: string | null }
  | { readonly kind: 'refused'; readonly answer: Answer };

export function connectOutcome(invocation: Invocation): ConnectOutcome {
  if (invocation.kind === 'failed') return { kind: 'refused', answer: AWS_REFUSALS.connectFailed() };
  if (invocation.kind === 'timed out') return { kind: 'refused', answer: AWS_REFUSALS.connectTimedOut() };
  const { statusCode, headers = {} } = invocation.result;
  if (statusCode < 200 || statusCode > 299) {
    return { kind: 'refused', answer: AWS_REFUSALS.connectRefused(statusCode) };
  }
  // The only header of the Lambda that reaches the client.
  const [, subprotocol = null] =
    Object.entries(headers).find(([name]) => name.toLowerCase() === 'sec-websocket-protocol') ?? [];
  return { kind: 'open', subprotocol };
}
