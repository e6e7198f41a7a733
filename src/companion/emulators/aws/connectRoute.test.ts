import { expect, test } from 'vitest';
import { connectOutcome } from './connectRoute.ts';

test('the subprotocol is the one header of $connect that reaches the client', () => {
  const headers = { 'X-Other': '1', 'sec-websocket-protocol': 'chat' };
  expect(connectOutcome({ kind: 'returned', result: { statusCode: 204, headers } })).toEqual({
    kind: 'open',
    subprotocol: 'chat',
  });
});

test.each([
  [{ kind: 'returned', result: { statusCode: 403, body: 'no' } }, 403],
  [{ kind: 'failed' }, 502],
  [{ kind: 'timed out' }, 504],
] as const)('%j refuses the handshake with %i and no body', (invocation, status) => {
  expect(connectOutcome(invocation)).toMatchObject({ kind: 'refused', answer: { status, body: '' } });
});
