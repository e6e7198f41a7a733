import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ending } from '#domain/connection/connection.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { createFakeEngine, requestTo } from '#engine/testing/fakeEngine.ts';
import type { FakeConnection, FakeEngine } from '#engine/testing/fakeEngine.ts';
import type { ConnectionsStore } from './connectionsStore.ts';
import { createConnectionsStore } from './createConnectionsStore.ts';
import { createProfilesStore } from './createProfilesStore.ts';
import { createReconnectionsStore } from './createReconnectionsStore.ts';
import type { Dial, Dialled } from './createReconnectionsStore.ts';
import { createMemoryProfileStorage } from './memoryProfileStorage.ts';
import type { ProfilesStore } from './profilesStore.ts';
import type { ReconnectionsStore } from './reconnectionsStore.ts';

const REQUEST = requestTo('wss://host/chat');
/** Of each wait half is certain, and chance is 0 here: 1 s, 2 s, 4 s. */
const BACKOFF = { kind: 'backoff', maxAttempts: 3, firstDelayMs: 2_000, maxDelayMs: 60_000 } as const;

let engine: FakeEngine;
let profiles: ProfilesStore;
let connections: ConnectionsStore;
let store: ReconnectionsStore;
/** What the next dials come to instead of dialling, oldest first. */
let answers: Promise<Dialled>[];
let dials: Parameters<Dial>[];
let id: string;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  let count = 0;
  engine = createFakeEngine({ now: Date.now });
  profiles = createProfilesStore({
    storage: createMemoryProfileStorage(),
    now: Date.now,
    newId: () => `id-${(count += 1)}`,
  });
  connections = createConnectionsStore({ engine, now: Date.now });
  answers = [];
  dials = [];
  store = createReconnectionsStore({
    profiles,
    connections,
    dial(...args) {
      dials.push(args);
      const answer = answers.shift();
      if (answer !== undefined) return answer;
      connections.getState().actions.connect(args[0], REQUEST, {
        keepAlive: { kind: 'off' },
        attempt: args[1].attempt,
        expectations: [],
        secrets: [],
      });
      return Promise.resolve({ kind: 'dialled' });
    },
    now: Date.now,
    random: () => 0,
  });
  id = profiles.getState().actions.create({ url: 'wss://host/chat', reconnect: BACKOFF });
});
afterEach(() => {
  vi.useRealTimers();
});

const reconnection = () => store.getState().reconnections[id] ?? null;
const phase = () => connections.getState().sessions[id]?.connection.phase.kind;
const attempts = () => dials.map(([, { attempt }]) => attempt?.attempt);
const edit = (fields: Partial<Profile>) =>
  profiles.getState().actions.edit(id, (profile) => ({ ...profile, ...fields }));

function connection(): FakeConnection {
  const [only] = engine.connections;
  if (only === undefined) throw new Error('Nothing has connected yet.');
  return only;
}

function open(request = REQUEST): void {
  store.getState().actions.forget(id);
  connections.getState().actions.connect(id, request);
  connection().open();
}

function drop(closeCode = 1006, by: Ending['by'] = 'network'): void {
  const ending = { at: Date.now(), closeCode, reason: '', wasClean: false, by, detail: null };
  connection().emit({ type: 'connection', event: { type: 'closed', ending } });
}

function refuse(status: number): void {
  connection().fail({ kind: 'refused', status, reason: '' });
}

describe('a connection that ends by itself', () => {
  it('is opened again after a wait, and after longer ones until it opens', async () => {
    open();
    drop(1001, 'remote');
    expect(reconnection()).toEqual({
      kind: 'waiting',
      delayMs: 1_000,
      dueAt: 1_001_000,
      attempt: 1,
      maxAttempts: 3,
    });
    await vi.advanceTimersByTimeAsync(999);
    expect(dials).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(attempts()).toEqual([1]);
    expect(reconnection()).toEqual({ kind: 'begun', attempt: 1, maxAttempts: 3 });

    refuse(503);
    expect(reconnection()).toMatchObject({ kind: 'waiting', delayMs: 2_000, attempt: 2 });
    await vi.advanceTimersByTimeAsync(2_000);
    connection().open();
    expect(phase()).toBe('open');
    expect(connection().terms.map(({ attempt }) => attempt?.attempt)).toEqual([undefined, 1, 2]);
    await vi.runAllTimersAsync();
    expect(attempts()).toEqual([1, 2]);
  });

  it('uses up its attempts when it is dropped as soon as it opens', async () => {
    open();
    drop();
    for (const next of [2, 3]) {
      await vi.runAllTimersAsync();
      connection().open();
      drop();
      expect(reconnection()).toMatchObject({ kind: 'waiting', attempt: next });
    }
    await vi.runAllTimersAsync();
    connection().open();
    drop();
    expect(reconnection()).toEqual({
      kind: 'over',
      why: 'not reconnecting: all 3 attempts are used up',
    });
    await vi.runAllTimersAsync();
    expect(attempts()).toEqual([1, 2, 3]);
  });

  it('has all its attempts again once it has stayed open for a while', async () => {
    open();
    drop();
    await vi.runAllTimersAsync();
    connection().open();
    await vi.advanceTimersByTimeAsync(20_000);
    drop();
    expect(reconnection()).toMatchObject({ kind: 'waiting', attempt: 1 });
  });

  it('is left as it is where that is the policy, or the person has asked for the end', () => {
    open();
    connections.getState().actions.disconnect(id, 1000, '');
    // The server was quicker.
    drop(1001, 'remote');
    expect(reconnection()).toBeNull();

    edit({ reconnect: { kind: 'off' } });
    open();
    drop();
    expect(reconnection()).toBeNull();
  });

  it('is left as it is by a code that would come again', () => {
    open();
    drop(1008, 'remote');
    expect(reconnection()).toMatchObject({ kind: 'over' });
    open();
    expect(reconnection()).toBeNull();
  });

  it('is not opened again behind another profile', () => {
    open();
    profiles.getState().actions.create();
    drop();
    expect(reconnection()).toEqual({ kind: 'over', why: 'not reconnecting: another profile was shown' });
  });
});

it('the first attempt is not made again', () => {
  connections.getState().actions.connect(id, REQUEST);
  refuse(503);
  expect(reconnection()).toBeNull();
});

describe('a sequence of attempts', () => {
  beforeEach(() => {
    open();
    drop();
  });

  it('ends with a refusal that does not pass', async () => {
    await vi.runAllTimersAsync();
    refuse(401);
    expect(reconnection()).toEqual({
      kind: 'over',
      why: 'not reconnecting: a refusal with 401 does not pass by itself',
    });
    await vi.runAllTimersAsync();
    expect(attempts()).toEqual([1]);
  });

  it('can be hurried, and the timer makes no attempt of its own then', async () => {
    store.getState().actions.tryNow(id);
    expect(attempts()).toEqual([1]);
    store.getState().actions.tryNow(id);
    await vi.runAllTimersAsync();
    expect(attempts()).toEqual([1]);
  });

  it('ends when its wait is cancelled', async () => {
    store.getState().actions.cancel(id);
    expect(reconnection()).toEqual({ kind: 'over', why: 'reconnecting cancelled by you' });
    await vi.runAllTimersAsync();
    expect(dials).toEqual([]);
  });

  it('ends when its attempt is cancelled', async () => {
    await vi.runAllTimersAsync();
    connections.getState().actions.cancel(id);
    connection().fail({ kind: 'cancelled', step: 'tcp' });
    expect(reconnection()).toBeNull();
    await vi.runAllTimersAsync();
    expect(attempts()).toEqual([1]);
  });

  it('ends when the person connects, goes to another profile, or deletes this one', async () => {
    store.getState().actions.forget(id);
    expect(reconnection()).toBeNull();

    open();
    drop();
    profiles.getState().actions.create();
    expect(reconnection()).toEqual({ kind: 'over', why: 'not reconnecting: another profile was shown' });

    profiles.getState().actions.select(id);
    open();
    drop();
    profiles.getState().actions.discard(id);
    expect(reconnection()).toBeNull();
    await vi.runAllTimersAsync();
    expect(dials).toEqual([]);
  });

  it('keeps to the policy as it is then', async () => {
    edit({ reconnect: { ...BACKOFF, maxAttempts: 1 } });
    await vi.runAllTimersAsync();
    refuse(503);
    expect(reconnection()).toEqual({ kind: 'over', why: 'not reconnecting: the one attempt is used up' });
  });

  it('goes on where what comes before a dial fails for now, and ends where that is for good', async () => {
    const undialled = { kind: 'undialled', why: 'no new token came' } as const;
    answers.push(Promise.resolve({ ...undialled, isFinal: false }));
    answers.push(Promise.resolve({ ...undialled, isFinal: true }));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(reconnection()).toMatchObject({ kind: 'waiting', attempt: 2, delayMs: 2_000 });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(reconnection()).toEqual({ kind: 'over', why: 'not reconnecting: no new token came' });
  });

  it('that is cancelled before it dials, dials no more', async () => {
    answers.push(new Promise(() => {}));
    await vi.runAllTimersAsync();
    expect(reconnection()).toMatchObject({ kind: 'begun' });
    store.getState().actions.cancel(id);
    expect(dials[0]?.[2].aborted).toBe(true);
    expect(reconnection()).toEqual({ kind: 'over', why: 'reconnecting cancelled by you' });
  });
});

describe('the transport of an attempt', () => {
  const transports = () => dials.map(([, { transport }]) => transport);

  it('is that of the connection that ended', async () => {
    // Over the browser, because there was no companion.
    open(requestTo('wss://host/chat', { transport: 'browser' }));
    drop();
    await vi.runAllTimersAsync();
    expect(transports()).toEqual(['browser']);
  });

  it('is the one that the person has chosen since', async () => {
    open();
    drop();
    edit({ transport: 'browser' });
    await vi.runAllTimersAsync();
    expect(transports()).toEqual(['browser']);
  });
});
