import { describe, expect, it } from 'vitest';
import type { HandshakeOutcome } from '#domain/handshake/handshakeRecord.ts';
import type { ReportedExchange } from './checkResult.ts';
import { judge } from './judge.ts';
import { REFUSED_RESULT } from './testing/results.ts';

const OPEN: HandshakeOutcome = { kind: 'open', subprotocol: null, extensions: null };
const REFUSED: HandshakeOutcome = { kind: 'refused', status: 401, reason: 'Access Denied' };
const FAILED: HandshakeOutcome = {
  kind: 'failed',
  failure: { step: 'tls', code: 'tls-expired', message: '', advice: '', systemCode: null },
};

describe('judge', () => {
  it.each([
    [OPEN, 101, true, 'open'],
    [OPEN, 401, false, 'open, where 401 of the gateway was expected'],
    [REFUSED, 101, false, 'refused: 401 Access Denied'],
    [REFUSED, 401, true, 'refused: 401 Access Denied, as expected'],
    [REFUSED, 403, false, 'refused: 401 Access Denied, where 403 of the gateway was expected'],
    [FAILED, 101, false, 'failed: tls-expired'],
    [FAILED, 401, false, 'failed: tls-expired, where 401 of the gateway was expected'],
    [null, 101, false, 'cancelled'],
  ])('%j with %i expected', (outcome, expected, isPassed, summary) => {
    expect(judge({ outcome, response: null }, null, expected)).toEqual({ isPassed, summary });
  });

  it('takes no answer of a proxy for one of the gateway', () => {
    const { response } = REFUSED_RESULT.record;
    if (response === null) throw new Error('A refusal has a response.');
    expect(judge({ outcome: REFUSED, response: { ...response, from: 'proxy' } }, null, 401)).toEqual({
      isPassed: false,
      summary: 'refused by the proxy: 401 Access Denied, where 401 of the gateway was expected',
    });
  });

  const exchange: ReportedExchange = {
    result: 'sent',
    receivedCount: 0,
    received: [],
    reply: null,
    afterMs: 12,
    ending: null,
  };
  it.each<[Partial<ReportedExchange>, boolean, string]>([
    [{}, true, 'open; sent'],
    [{ result: 'replied' }, true, 'open; expected reply after 12 ms'],
    [
      { result: 'no-reply', receivedCount: 1 },
      false,
      'open; no expected reply within 12 ms (1 message came)',
    ],
    [{ result: 'ran-away' }, false, 'open; the expression of --expect-reply did not finish within 1 s'],
    [
      {
        result: 'ended',
        ending: { at: 0, closeCode: 1008, reason: 'no', wasClean: true, by: 'remote', detail: null },
      },
      false,
      'open; ended with 1008 Policy Violation after 12 ms, before an expected reply (0 messages came)',
    ],
  ])('an exchange of %j', (fields, isPassed, summary) => {
    expect(judge({ outcome: OPEN, response: null }, { ...exchange, ...fields }, 101)).toEqual({
      isPassed,
      summary,
    });
  });
});
