import { describe, expect, test } from 'vitest';
import type { HandshakeEvent } from './handshakeEvent.ts';
import type {
  HandshakeFailure,
  HandshakeOutcome,
  HandshakeRecord,
  HandshakeStep,
} from './handshakeRecord.ts';
import { recordHandshake } from './recordHandshake.ts';
import { stepLabel } from './stepLabel.ts';
import { summariseSteps } from './summariseSteps.ts';

const WSS = 'wss://example.com/chat';

describe('summariseSteps', () => {
  test('gives the times of steps that are over, under way and still to come', () => {
    const record = recordOf([started({}), begin('dns', 0), end('dns', 2), begin('tcp', 2)]);
    expect(summariseSteps(record)).toEqual([
      { step: 'dns', label: 'DNS', state: 'done', startMs: 0, durationMs: 2, limitMs: 500 },
      { step: 'tcp', label: 'TCP', state: 'running', startMs: 2, durationMs: null, limitMs: 500 },
      { step: 'tls', label: 'TLS', state: 'waiting', startMs: null, durationMs: null, limitMs: null },
      { step: 'request', label: 'Request', state: 'waiting', startMs: null, durationMs: null, limitMs: null },
      { step: 'answer', label: 'Answer', state: 'waiting', startMs: null, durationMs: null, limitMs: null },
    ]);
  });

  test.each([
    [WSS, null, 'dns tcp tls request answer'],
    ['ws://127.0.0.1:4111/', null, 'dns tcp request answer'],
    [WSS, 'http://proxy.example:3128', 'dns tcp proxy tls request answer'],
    ['ws://example.com/', 'http://proxy.example:3128', 'dns tcp proxy request answer'],
  ])('shows the steps that %s through proxy %j passes', (url, proxy, steps) => {
    expect(namesOf(recordOf([started({ url, proxy })]))).toBe(steps);
  });

  test('leaves out a step that the attempt has passed by', () => {
    expect(namesOf(recordOf([started({}), begin('tcp', 0)]))).toBe('tcp tls request answer');
  });

  test('shows of a browser attempt no step that it has not told', () => {
    expect(namesOf(recordOf([started({ madeBy: 'browser' })]))).toBe('');
    expect(namesOf(recordOf([started({ madeBy: 'browser' }), begin('answer', 0)]))).toBe('answer');
  });

  test.each<[string, HandshakeOutcome, string]>([
    ['open', { kind: 'open', subprotocol: null, extensions: null }, 'done done'],
    ['refused', { kind: 'refused', status: 401, reason: '' }, 'done done'],
    ['cancelled', { kind: 'cancelled', step: 'answer' }, 'done failed'],
    ['failed there', failedAt('answer'), 'done failed'],
    ['failed at the checks', failedAt('checks'), 'done failed'],
  ])('marks the last step of an attempt that is %s', (_, outcome, states) => {
    const record = recordOf([
      started({ url: 'ws://example.com/' }),
      begin('request', 0),
      end('request', 1),
      begin('answer', 1),
      { type: 'ended', outcome, atMs: 34 },
    ]);
    const steps = summariseSteps(record);
    expect(steps.map(({ state }) => state).join(' ')).toBe(states);
    expect(steps.at(-1)?.durationMs).toBe(33);
  });

  test('marks a step that failed although its time has been taken', () => {
    const record = recordOf([
      started({}),
      begin('tls', 0),
      end('tls', 20),
      { type: 'ended', outcome: failedAt('tls'), atMs: 21 },
    ]);
    expect(summariseSteps(record)[0]).toMatchObject({ step: 'tls', state: 'failed', durationMs: 20 });
    expect(summariseSteps(record)[1]).toMatchObject({ step: 'request', state: 'waiting' });
  });
});

test.each<[HandshakeFailure['step'], string]>([
  ['dns', 'DNS'],
  ['proxy', 'Proxy'],
  ['checks', 'Answer'],
])('stepLabel of %s is %s', (step, label) => {
  expect(stepLabel(step)).toBe(label);
});

function started(fields: Partial<Extract<HandshakeEvent, { type: 'started' }>>): HandshakeEvent {
  return { type: 'started', at: 1_000, url: WSS, madeBy: 'companion', proxy: null, ...fields };
}

function begin(step: HandshakeStep, atMs: number): HandshakeEvent {
  return { type: 'step-started', step, atMs, limitMs: 500 };
}

function end(step: HandshakeStep, atMs: number): HandshakeEvent {
  return { type: 'step-ended', step, atMs };
}

function failedAt(step: HandshakeFailure['step']): HandshakeOutcome {
  return { kind: 'failed', failure: { step, code: 'unexpected', message: '', advice: '', systemCode: null } };
}

function namesOf(record: HandshakeRecord): string {
  return summariseSteps(record)
    .map(({ step }) => step)
    .join(' ');
}

function recordOf(events: readonly HandshakeEvent[]): HandshakeRecord {
  const record = events.reduce<HandshakeRecord | null>(recordHandshake, null);
  if (record === null) throw new Error('The first event must be `started`.');
  return record;
}
