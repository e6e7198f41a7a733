import { describe, expect, it } from 'vitest';
import type { HandshakeFailureCode, UpgradeResponse } from '../handshake/handshakeRecord.ts';
import type { ReconnectInput } from './planReconnect.ts';
import { MAX_RETRY_AFTER_MS, planReconnect, RECOVERED_AFTER_MS } from './planReconnect.ts';

const NOW = 100_000;

function plan(end: ReconnectInput['end'], fields: Partial<ReconnectInput> = {}) {
  const policy = { kind: 'backoff', maxAttempts: 5, firstDelayMs: 1_000, maxDelayMs: 30_000 } as const;
  return planReconnect({ end, response: null, policy, attempts: 0, now: NOW, random: 0, ...fields });
}

function closedWith(closeCode: number, openMs = 0): ReconnectInput['end'] {
  const opened = { at: NOW - openMs, subprotocol: null, extensions: null };
  const ending = { at: NOW, closeCode, reason: '', wasClean: true, by: 'remote', detail: null } as const;
  return { kind: 'closed', opened, ending };
}

function refusedWith(status: number): ReconnectInput['end'] {
  return { kind: 'failed', at: NOW, outcome: { kind: 'refused', status, reason: '' } };
}

function failedWith(code: HandshakeFailureCode): ReconnectInput['end'] {
  const failure = { step: 'tcp', code, message: '', advice: '', systemCode: null } as const;
  return { kind: 'failed', at: NOW, outcome: { kind: 'failed', failure } };
}

function answerWith(retryAfter: string): UpgradeResponse {
  const headers = [{ name: 'Retry-After', value: retryAfter }];
  return { from: 'target', httpVersion: '1.1', status: 503, reason: '', headers, body: null };
}

describe('after a connection that was open', () => {
  it.each([1000, 1001, 1005, 1006, 1011, 1012, 1013, 1014, 3008, 4000, 4001])(
    'that ended with %i, the first attempt is waited for',
    (code) => {
      expect(plan(closedWith(code))).toEqual({
        kind: 'waiting',
        delayMs: 500,
        dueAt: NOW + 500,
        attempt: 1,
        maxAttempts: 5,
      });
    },
  );

  it.each([1002, 1003, 1007, 1008, 1009, 1010, 3000, 3003])('that ended with %i, there is none', (code) => {
    expect(plan(closedWith(code))).toMatchObject({ kind: 'over' });
  });

  it('says why there is none', () => {
    expect(plan(closedWith(1008))).toEqual({
      kind: 'over',
      why: 'not reconnecting: what ended with 1008 Policy Violation would end so again',
    });
  });

  it('the count goes on when it did not stay open, and begins anew when it did', () => {
    expect(plan(closedWith(1006, RECOVERED_AFTER_MS - 1), { attempts: 3 })).toMatchObject({ attempt: 4 });
    expect(plan(closedWith(1006, RECOVERED_AFTER_MS), { attempts: 3 })).toMatchObject({ attempt: 1 });
    expect(plan(closedWith(1006), { attempts: 5 })).toEqual({
      kind: 'over',
      why: 'not reconnecting: all 5 attempts are used up',
    });
  });
});

describe('after an attempt of the sequence', () => {
  it.each([408, 425, 429, 500, 502, 503, 504])(
    'that was refused with %i, the next is waited for',
    (status) => {
      expect(plan(refusedWith(status), { attempts: 1 })).toMatchObject({ kind: 'waiting', attempt: 2 });
    },
  );

  it.each([200, 302, 400, 401, 403, 404, 407, 410, 426])(
    'that was refused with %i, there is none',
    (status) => {
      expect(plan(refusedWith(status), { attempts: 1 })).toEqual({
        kind: 'over',
        why: `not reconnecting: a refusal with ${status} does not pass by itself`,
      });
    },
  );

  it.each<HandshakeFailureCode>([
    'dns-not-found',
    'tcp-refused',
    'tcp-timeout',
    'tls-reset',
    'answer-timeout',
    'browser-hidden',
    'companion-lost',
  ])('that failed with %s, the next is waited for', (code) => {
    expect(plan(failedWith(code), { attempts: 1 })).toMatchObject({ kind: 'waiting', attempt: 2 });
  });

  it.each<HandshakeFailureCode>(['tls-untrusted', 'checks-broken', 'target-forbidden', 'request-invalid'])(
    'that failed with %s, there is none',
    (code) => {
      expect(plan(failedWith(code), { attempts: 1 })).toEqual({
        kind: 'over',
        why: 'not reconnecting: another attempt would fail in the same way',
      });
    },
  );

  it('that could not even be dialled, the next is waited for', () => {
    expect(plan({ kind: 'undialled' }, { attempts: 1 })).toMatchObject({ kind: 'waiting', attempt: 2 });
    expect(plan({ kind: 'undialled' }, { attempts: 5 })).toMatchObject({ kind: 'over' });
  });

  it('the wait is as long as the refusal asks for, when that is longer than its own', () => {
    expect(plan(refusedWith(503), { response: answerWith('7') })).toMatchObject({ delayMs: 7_000 });
    expect(plan(refusedWith(503), { response: answerWith('0') })).toMatchObject({ delayMs: 500 });
    expect(plan(closedWith(1006), { response: answerWith('7') })).toMatchObject({ delayMs: 500 });
  });

  it('a wait that is too long is not waited', () => {
    const atMost = answerWith(String(MAX_RETRY_AFTER_MS / 1_000));
    expect(plan(refusedWith(503), { response: atMost })).toMatchObject({ delayMs: MAX_RETRY_AFTER_MS });
    expect(plan(refusedWith(503), { response: answerWith('3600') })).toEqual({
      kind: 'over',
      why: 'not reconnecting: the server asks for a wait of 1 h',
    });
  });
});

it('nothing follows by a policy that is not valid', () => {
  const policy = { kind: 'backoff', maxAttempts: 0, firstDelayMs: 1_000, maxDelayMs: 30_000 } as const;
  expect(plan(closedWith(1006), { policy })).toEqual({
    kind: 'over',
    why: 'not reconnecting: The number of attempts is a whole one from 1 to 1000.',
  });
});
