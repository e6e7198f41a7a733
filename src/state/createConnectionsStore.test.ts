import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_FILTER } from '#domain/transcript/entry.ts';
import { DEFAULT_BUDGETS } from '#domain/transcript/retention.ts';
import { createFakeEngine, requestTo } from '#engine/testing/fakeEngine.ts';
import type { FakeConnection, FakeEngine } from '#engine/testing/fakeEngine.ts';
import type { ConnectionsStore, Session } from './connectionsStore.ts';
import { createConnectionsStore } from './createConnectionsStore.ts';

const REQUEST = requestTo('ws://127.0.0.1:4111/echo');
const PAST = {
  id: '7',
  profileId: 'a',
  startedAt: 0,
  writtenAt: 0,
  end: null,
  connections: 1,
  bytes: 0,
  importedFrom: null,
};

let clock: number;
let engine: FakeEngine;
let store: ConnectionsStore;

beforeEach(() => {
  clock = 1_000;
  engine = createFakeEngine({ now: () => clock });
  store = createConnectionsStore({ engine, now: () => clock });
});

const actions = () => store.getState().actions;

function session(id = 'a'): Session {
  const found = store.getState().sessions[id];
  if (found === undefined) throw new Error(`There is no session ${id}.`);
  return found;
}

function connectionOf(index = 0): FakeConnection {
  const found = engine.connections[index];
  if (found === undefined) throw new Error(`There is no connection ${index}.`);
  return found;
}

function readCalls(connection: FakeConnection) {
  return connection.calls.filter(([name]) => name === 'readRows');
}

const previews = () => session().window.rows.map((row) => row.preview);
const settled = () => vi.waitFor(() => expect(session().window.rows).not.toEqual([]));

describe('createConnectionsStore', () => {
  it('makes no connection of the engine for a profile that is only looked at', () => {
    actions().showRows('a', 0, 20);
    actions().setFilter('a', { ...NO_FILTER, text: 'pear' });
    actions().setFollowing('a', false);
    actions().clear('a');
    actions().cancel('a');
    actions().forget('a');
    expect(engine.connections).toHaveLength(0);
    expect(store.getState().sessions).toEqual({});
  });

  it('reveals a selected entry that a new filter shows, and follows the newest when it hides it', async () => {
    actions().connect('a', REQUEST);
    for (const text of ['apple', 'pear', 'apple pie']) connectionOf().append('received', 'text', text);
    actions().selectEntry('a', 3);
    await vi.waitFor(() => expect(session().selected).toMatchObject({ kind: 'loaded' }));
    actions().setFilter('a', { ...NO_FILTER, text: 'apple' });
    await vi.waitFor(() => expect(session().reveal).toEqual({ position: 1, how: 'still' }));
    expect(session().isFollowing).toBe(false);
    actions().setFilter('a', NO_FILTER);
    await vi.waitFor(() => expect(session().reveal).toEqual({ position: 2, how: 'still' }));
    const { reveal } = session();
    actions().setFilter('a', { ...NO_FILTER, text: 'pear' });
    await vi.waitFor(() => expect(session().isFollowing).toBe(true));
    expect(session().reveal).toBe(reveal);
    expect(session().selected).toMatchObject({ kind: 'loaded', entry: { sequence: 3 } });
  });

  it('follows the newest under a new filter when nothing is selected', () => {
    actions().connect('a', REQUEST);
    actions().setFollowing('a', false);
    actions().setFilter('a', { ...NO_FILTER, text: 'pear' });
    expect(session().isFollowing).toBe(true);
  });

  it('asks for the match beside the selected entry, and reveals it', async () => {
    actions().connect('a', REQUEST);
    for (const text of ['one', 'two']) connectionOf().append('received', 'text', text);
    actions().selectEntry('a', 1);
    await actions().seekHit('a', 'next');
    expect(connectionOf().calls).toContainEqual(['findPlace', { kind: 'hit', from: 1, towards: 'next' }]);
    expect(session().reveal).toEqual({ position: 1, how: 'near' });
  });

  it('hands the filter over that was set before', () => {
    const filter = { ...NO_FILTER, text: 'pear' };
    actions().setFilter('a', filter);
    actions().connect('a', REQUEST);
    expect(connectionOf().calls).toEqual([
      ['setFilter', filter],
      ['connect', REQUEST],
    ]);
  });

  it('tells every connection how much to keep, those that are made later too', () => {
    actions().connect('a', REQUEST);
    const budgets = { memoryBytes: 1, diskBytes: 2, allLogsBytes: 3 };
    actions().setBudgets(budgets);
    actions().connect('b', REQUEST);
    expect(connectionOf(0).kept).toEqual([
      ['a', DEFAULT_BUDGETS],
      ['a', budgets],
    ]);
    expect(connectionOf(1).kept).toEqual([['b', budgets]]);
  });

  it('makes a connection of the engine for each profile that connects', () => {
    actions().connect('a', REQUEST);
    actions().connect('b', REQUEST);
    actions().cancel('a');
    expect(engine.connections).toHaveLength(2);
    expect(connectionOf(0).calls).toEqual([['connect', REQUEST], ['cancel']]);
  });

  it('folds the events of the engine into the phase', () => {
    actions().connect('a', REQUEST);
    connectionOf().open();
    expect(session().connection.phase).toEqual({
      kind: 'open',
      opened: { at: 1_001, subprotocol: null, extensions: null },
    });
    expect(session().request).toBe(REQUEST);
  });

  it('begins no second attempt while one is under way or open', () => {
    actions().connect('a', REQUEST);
    connectionOf().open();
    actions().connect('a', REQUEST);
    expect(connectionOf().calls).toEqual([['connect', REQUEST]]);
  });

  it('takes no event of a session that was forgotten', () => {
    actions().connect('a', REQUEST);
    actions().forget('a');
    connectionOf().open();
    expect(store.getState().sessions).toEqual({});
    expect(connectionOf().calls.at(-1)).toEqual(['dispose']);
  });

  it('keeps what could not be sent until the next send', () => {
    actions().connect('a', REQUEST);
    connectionOf().emit({ type: 'rejected', code: 'not-open', message: 'The connection is not open.' });
    expect(session().rejected).toEqual({ code: 'not-open', message: 'The connection is not open.' });
    actions().send('a', { kind: 'text', text: 'hello' });
    expect(session().rejected).toBeNull();
    expect(connectionOf().calls.at(-1)).toEqual(['send', { kind: 'text', text: 'hello' }]);
  });

  it('dates the last traffic by the summary that counts it', () => {
    actions().connect('a', REQUEST);
    clock = 2_000;
    connectionOf().append('received', 'ping', '');
    expect(session().lastTrafficAt).toBeNull();
    clock = 3_000;
    connectionOf().append('received', 'text', 'hello');
    expect(session().lastTrafficAt).toBe(3_000);
    actions().connect('a', REQUEST);
    expect(session().lastTrafficAt).toBeNull();
  });
});

describe('the rows on screen', () => {
  beforeEach(() => actions().connect('a', REQUEST));

  it('keep to the tail while following', async () => {
    actions().showRows('a', 0, 2);
    for (const text of ['one', 'two', 'three']) connectionOf().append('received', 'text', text);
    await vi.waitFor(() => expect(previews()).toEqual(['two', 'three']));
    expect(session().window.first).toBe(1);
  });

  it('stay where they are when following ends', async () => {
    actions().showRows('a', 0, 2);
    for (const text of ['one', 'two', 'three']) connectionOf().append('received', 'text', text);
    await vi.waitFor(() => expect(previews()).toEqual(['two', 'three']));
    actions().setFollowing('a', false);
    connectionOf().append('received', 'text', 'four');
    await vi.waitFor(() => expect(session().summary.total).toBe(4));
    expect(previews()).toEqual(['two', 'three']);
    actions().setFollowing('a', true);
    await vi.waitFor(() => expect(previews()).toEqual(['three', 'four']));
  });

  it('are read again for a new entry only where there is room for it', async () => {
    actions().setFollowing('a', false);
    actions().showRows('a', 0, 2);
    connectionOf().append('received', 'text', 'one');
    await vi.waitFor(() => expect(previews()).toEqual(['one']));
    connectionOf().append('received', 'text', 'two');
    await vi.waitFor(() => expect(previews()).toEqual(['one', 'two']));
    const before = readCalls(connectionOf()).length;
    connectionOf().append('received', 'text', 'three');
    expect(readCalls(connectionOf())).toHaveLength(before);
  });

  it('are read one window at a time, the latest wish next', async () => {
    actions().setFollowing('a', false);
    for (let index = 0; index < 100; index += 1) connectionOf().append('received', 'text', `${index}`);
    connectionOf().hold();
    actions().showRows('a', 0, 2);
    actions().showRows('a', 10, 2);
    actions().showRows('a', 50, 2);
    expect(readCalls(connectionOf())).toEqual([['readRows', 0, 2]]);
    connectionOf().release();
    await vi.waitFor(() => expect(previews()).toEqual(['50', '51']));
    expect(readCalls(connectionOf())).toEqual([
      ['readRows', 0, 2],
      ['readRows', 50, 2],
    ]);
  });

  it('never show what was read under another filter', async () => {
    actions().showRows('a', 0, 2);
    connectionOf().append('received', 'text', 'apple');
    connectionOf().append('received', 'text', 'pear');
    await vi.waitFor(() => expect(previews()).toEqual(['apple', 'pear']));
    const published: string[][] = [];
    store.subscribe(() => published.push(previews()));
    actions().setFilter('a', { ...NO_FILTER, text: 'PEAR' });
    await vi.waitFor(() => expect(previews()).toEqual(['pear']));
    expect(session().filter.text).toBe('PEAR');
    expect(published).not.toContainEqual(['apple']);
  });

  it('never reach past the end of what the filter shows', async () => {
    actions().setFollowing('a', false);
    for (const text of ['one', 'two', 'three']) connectionOf().append('received', 'text', text);
    actions().showRows('a', 40, 2);
    await settled();
    expect(session().window.first).toBe(1);
    expect(previews()).toEqual(['two', 'three']);
  });

  it('go with a clear, as does the selection', async () => {
    actions().showRows('a', 0, 2);
    connectionOf().append('received', 'text', 'one');
    await settled();
    actions().selectEntry('a', 1);
    await vi.waitFor(() => expect(session().selected.kind).toBe('loaded'));
    actions().clear('a');
    expect(session().window).toEqual({ first: 0, rows: [] });
    expect(session().selected).toEqual({ kind: 'none' });
  });
});

describe('the selected entry', () => {
  beforeEach(() => actions().connect('a', REQUEST));

  it('is loaded whole', async () => {
    actions().showRows('a', 0, 2);
    connectionOf().append('sent', 'text', 'hello');
    actions().selectEntry('a', 1);
    expect(session().selected).toEqual({ kind: 'loading', sequence: 1 });
    await vi.waitFor(() => expect(session().selected.kind).toBe('loaded'));
    expect(session().selected).toMatchObject({ entry: { sequence: 1, direction: 'sent', kind: 'text' } });
  });

  it('is marked gone when the transcript no longer holds it', async () => {
    actions().selectEntry('a', 7);
    await vi.waitFor(() => expect(session().selected).toEqual({ kind: 'gone', sequence: 7 }));
  });

  it('is the one selected last, whichever answer comes last', async () => {
    actions().showRows('a', 0, 2);
    connectionOf().append('sent', 'text', 'first');
    connectionOf().append('sent', 'text', 'second');
    connectionOf().hold();
    actions().selectEntry('a', 1);
    actions().selectEntry('a', 2);
    connectionOf().release();
    await vi.waitFor(() => expect(session().selected).toMatchObject({ entry: { sequence: 2 } }));
  });
});

describe('round trips of the selected entry', () => {
  const readsOf = (connection: FakeConnection) =>
    connection.calls.filter(([name]) => name === 'readRoundTrips').length;

  it('are read with it, and again with each summary while an answer may come', async () => {
    actions().connect('a', REQUEST);
    connectionOf().append('sent', 'text', 'hello');
    connectionOf().append('received', 'text', 'other');
    actions().selectEntry('a', 1);
    await vi.waitFor(() => expect(session().roundTrips).toMatchObject({ sequence: 1, isAwaited: true }));
    connectionOf().append('received', 'text', 'hello');
    expect(readsOf(connectionOf())).toBe(2);
    actions().selectEntry('a', 2);
    expect(session().roundTrips).toBeNull();
    await vi.waitFor(() => expect(session().roundTrips).toMatchObject({ sequence: 2, isAwaited: false }));
    connectionOf().append('received', 'text', 'more');
    expect(readsOf(connectionOf())).toBe(3);
  });

  it('lead to its other end, which is selected where the filter hides it', async () => {
    actions().connect('a', REQUEST);
    connectionOf().append('sent', 'text', 'hello');
    connectionOf().append('received', 'text', 'other');
    await actions().goToEntry('a', 2);
    expect(session().reveal).toEqual({ position: 1, how: 'near' });
    actions().setFilter('a', { ...NO_FILTER, text: 'hello' });
    await actions().goToEntry('a', 2);
    expect(session().selected).toMatchObject({ kind: 'loaded', entry: { sequence: 2 } });
  });
});

it('has the log searched soon that is shown, once there is one', async () => {
  const prepared = ({ calls }: FakeConnection) => calls.filter(([name]) => name === 'prepareSearch').length;
  actions().prepareSearch('a');
  actions().connect('a', REQUEST);
  actions().prepareSearch('a');
  await actions().showPast('a', PAST);
  actions().prepareSearch('a');
  expect([prepared(connectionOf(0)), prepared(connectionOf(1))]).toEqual([1, 1]);
});

describe('measures', () => {
  const watches = (connection: FakeConnection) =>
    connection.calls.filter(([name]) => name === 'watchMeasures').map(([, isWatched]) => isWatched);

  it('are kept while they are watched', () => {
    actions().connect('a', REQUEST);
    connectionOf().emit({ type: 'measures', measures: null });
    expect(session().measures).toBeNull();
    actions().watchMeasures('a', true);
    connectionOf().emit({ type: 'measures', measures: null });
    expect(session().measures).toBe('unavailable');
    actions().watchMeasures('a', false);
    expect(session().measures).toBeNull();
    expect(watches(connectionOf())).toEqual([true, false]);
  });

  it('are watched of what is shown alone: the own log, a past one, and the own again', async () => {
    actions().watchMeasures('a', true);
    actions().connect('a', REQUEST);
    await actions().showPast('a', PAST);
    actions().showOwn('a');
    expect(watches(connectionOf(0))).toEqual([true, false, true]);
    expect(watches(connectionOf(1))).toEqual([true]);
  });

  it('are those of an imported log once it is shown', async () => {
    actions().watchMeasures('a', true);
    const log = actions().beginImport('a');
    await log.read(new File([], 'log.jsonl'), { form: 'jsonl', socket: null }, { onProgress: () => {} });
    expect(watches(connectionOf())).toEqual([]);
    log.show();
    expect(watches(connectionOf())).toEqual([true]);
    connectionOf().emit({ type: 'measures', measures: null });
    expect(session().measures).toBe('unavailable');
  });
});

describe('a past connection', () => {
  it('is read by a worker of its own, and shown in place of the log until that is wanted again', async () => {
    actions().connect('a', REQUEST);
    connectionOf().open();
    actions().showRows('a', 0, 20);
    connectionOf().append('received', 'text', 'own');
    await vi.waitFor(() => expect(previews()).toEqual(['own']));

    await actions().showPast('a', PAST);
    expect(connectionOf(1).calls).toContainEqual(['openPast', '7']);
    expect(connectionOf(1).kept).toEqual([]);
    connectionOf(1).append('sent', 'text', 'then');
    await vi.waitFor(() => expect(previews()).toEqual(['then']));
    connectionOf().append('received', 'text', 'meanwhile');
    expect([session().past, session().summary.total]).toEqual([PAST, 1]);
    const entry = await vi.waitFor(() => {
      actions().selectEntry('a', 1);
      return connectionOf(1).calls.find(([name]) => name === 'readEntry');
    });
    expect(entry).toEqual(['readEntry', 1]);

    actions().showOwn('a');
    await vi.waitFor(() => expect(previews()).toEqual(['own', 'meanwhile']));
    expect([session().past, session().selected]).toEqual([null, { kind: 'none' }]);
    expect(connectionOf(1).calls.at(-1)).toEqual(['dispose']);
  });

  it('makes way for a new connection', async () => {
    await actions().showPast('a', PAST);
    actions().connect('a', REQUEST);
    expect(session().past).toBeNull();
    expect(connectionOf(0).calls.at(-1)).toEqual(['dispose']);
    expect(connectionOf(1).calls).toEqual([['connect', REQUEST]]);
  });

  it('has the filter that was set, and each that comes', async () => {
    const pear = { ...NO_FILTER, text: 'pear' };
    actions().setFilter('a', pear);
    await actions().showPast('a', PAST);
    actions().setFilter('a', NO_FILTER);
    const filters = connectionOf().calls.filter(([name]) => name === 'setFilter');
    expect(filters.map(([, filter]) => filter)).toEqual([pear, NO_FILTER]);
  });
});
