import { createStore } from 'zustand/vanilla';
import { NO_TERMS } from '#domain/connection/connectTerms.ts';
import { IDLE_CONNECTION } from '#domain/connection/connection.ts';
import { isActive, reduceConnection } from '#domain/connection/reduceConnection.ts';
import { assertNever } from '#domain/assertNever.ts';
import type { PastConnection } from '#domain/connection/pastConnection.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { EMPTY_SUMMARY, NO_FILTER } from '#domain/transcript/entry.ts';
import type { LogPlace } from '#domain/transcript/parsePlace.ts';
import { DEFAULT_BUDGETS } from '#domain/transcript/retention.ts';
import type { Measures } from '#domain/transcript/measures.ts';
import type { TranscriptSummary } from '#domain/transcript/entry.ts';
import type { Engine, EngineConnection, EngineEvent, ImportedLog } from '#engine/engineClient.ts';
import type { ConnectionsState, ConnectionsStore, LogImport, Session } from './connectionsStore.ts';
import { byId, without } from './record.ts';
import { createRowReader } from './rowReader.ts';
import { selectedSequence } from './selectedSequence.ts';
import type { RowReader } from './rowReader.ts';

export interface ConnectionsStoreOptions {
  readonly engine: Engine;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const NEW_SESSION: Session = {
  connection: IDLE_CONNECTION,
  request: null,
  isEndAsked: false,
  lastTrafficAt: null,
  past: null,
  summary: EMPTY_SUMMARY,
  filter: NO_FILTER,
  window: { first: 0, rows: [] },
  isFollowing: true,
  selected: { kind: 'none' },
  roundTrips: null,
  measures: null,
  reveal: null,
  expectations: [],
  sightings: {},
  rejected: null,
};

/** What a session holds that is no state: its way to the engine. */
interface Link {
  /** `null` until it is needed: a worker for every profile that was only looked at would be a waste. */
  engine: EngineConnection | null;
  /** The worker that reads the past connection that is shown. */
  past: EngineConnection | null;
  /** The latest of the session's own transcript, whichever is shown. */
  ownSummary: TranscriptSummary;
  isWatchingMeasures: boolean;
  readonly rows: RowReader;
}

export function createConnectionsStore({ engine, now }: ConnectionsStoreOptions): ConnectionsStore {
  const links = new Map<ProfileId, Link>();
  let budgets = DEFAULT_BUDGETS;

  const store = createStore<ConnectionsState>()(() => ({
    sessions: {},
    actions: {
      connect(id, request, terms = NO_TERMS) {
        const connection = engineOf(id);
        if (isActive(sessionOf(id).connection.phase)) return;
        if (terms.attempt === null) showOwn(id);
        change(id, {
          request,
          isEndAsked: false,
          rejected: null,
          lastTrafficAt: null,
          expectations: terms.expectations,
          sightings: {},
        });
        connection.connect(request, terms);
      },

      cancel(id) {
        const { engine: connection } = linkOf(id);
        change(id, { isEndAsked: true });
        connection?.cancel();
      },

      disconnect(id, code, reason) {
        change(id, { isEndAsked: true });
        engineOf(id).close(code, reason);
      },

      send(id, message, savedNames = []) {
        change(id, { rejected: null });
        engineOf(id).send(message, savedNames);
      },

      ping(id, payload) {
        change(id, { rejected: null });
        engineOf(id).ping(payload);
      },

      setFilter(id, filter) {
        const link = linkOf(id);
        const kept = selectedSequence(sessionOf(id).selected);
        change(id, { filter });
        link.engine?.setFilter(filter);
        link.past?.setFilter(filter);
        link.rows.restart();
        if (kept === null) followNewest(id);
        else void keepInPlace(id, kept);
      },

      prepareSearch(id) {
        const { past, engine: own } = linkOf(id);
        (past ?? own)?.prepareSearch();
      },

      seekHit: (id, towards) => seekHit(id, towards),

      showRows: (id, first, count) => linkOf(id).rows.show(first, count),

      setFollowing(id, isFollowing) {
        if (isFollowing) return followNewest(id);
        const link = linkOf(id);
        const { window, isFollowing: wasFollowing } = sessionOf(id);
        if (!wasFollowing) return;
        change(id, { isFollowing });
        // Whoever stops following stays where the log stands.
        link.rows.show(window.first, window.rows.length);
      },

      selectEntry: (id, sequence) => void selectEntry(id, sequence),
      goToEntry: (id, sequence) => goToEntry(id, sequence),

      watchMeasures(id, isWatched) {
        const link = linkOf(id);
        link.isWatchingMeasures = isWatched;
        watchShown(link);
        if (!isWatched) change(id, { measures: null });
      },

      clear(id) {
        const link = linkOf(id);
        showOwn(id);
        const { window, selected, roundTrips } = NEW_SESSION;
        change(id, { window, selected, roundTrips });
        link.engine?.clear();
        link.rows.restart();
      },

      exportLog: (id, order, work) => shownOf(id).exportLog(order, work),
      beginImport: (id) => beginImport(id),
      findPlace: (id, place) => shownOf(id).findPlace(place),
      readText: (id, ...range) => shownOf(id).readText(...range),
      showPast: (id, past) => showPast(id, past),
      showOwn,

      setBudgets(next) {
        budgets = next;
        for (const [id, { engine }] of links) engine?.keep(id, budgets);
      },

      forget(id) {
        const link = links.get(id);
        if (link === undefined) return;
        links.delete(id);
        link.rows.stop();
        link.engine?.dispose();
        link.past?.dispose();
        store.setState((state) => ({ sessions: without(state.sessions, [id]) }));
      },
    },
  }));

  function sessionOf(id: ProfileId): Session {
    return store.getState().sessions[id] ?? NEW_SESSION;
  }

  function change(id: ProfileId, fields: Partial<Session>): void {
    store.setState((state) => ({
      sessions: { ...state.sessions, [id]: { ...(state.sessions[id] ?? NEW_SESSION), ...fields } },
    }));
  }

  function linkOf(id: ProfileId): Link {
    const existing = links.get(id);
    if (existing !== undefined) return existing;
    const link: Link = {
      engine: null,
      past: null,
      ownSummary: EMPTY_SUMMARY,
      isWatchingMeasures: false,
      rows: createRowReader({
        read: (first, count) =>
          (link.past ?? link.engine)?.readRows(first, count) ?? Promise.resolve(NEW_SESSION.window),
        publish: (window) => change(id, { window }),
        current: () => sessionOf(id),
      }),
    };
    links.set(id, link);
    change(id, {});
    return link;
  }

  /** The profile's connection of the engine, made when it is first needed. */
  function engineOf(id: ProfileId): EngineConnection {
    const link = linkOf(id);
    if (link.engine !== null) return link.engine;
    const connection = engine.createConnection((event) => {
      // A forgotten session's engine may still have events under way.
      if (links.get(id) === link) receive(id, event);
    });
    link.engine = connection;
    connection.keep(id, budgets);
    const { filter } = sessionOf(id);
    if (filter !== NO_FILTER) connection.setFilter(filter);
    if (link.isWatchingMeasures) watchShown(link);
    return connection;
  }

  /** The connection of the engine whose transcript is shown. */
  function shownOf(id: ProfileId): EngineConnection {
    return linkOf(id).past ?? engineOf(id);
  }

  function receive(id: ProfileId, event: EngineEvent): void {
    switch (event.type) {
      case 'connection':
        return change(id, { connection: reduceConnection(sessionOf(id).connection, event.event) });
      case 'summary':
        return receiveSummary(id, event.summary);
      case 'measures':
        if (linkOf(id).past === null) publishMeasures(id, event.measures);
        return;
      case 'sighted':
        return change(id, { sightings: byId(event.sightings) });
      case 'rejected':
        return change(id, { rejected: { code: event.code, message: event.message } });
      default:
        return assertNever(event);
    }
  }

  function receiveSummary(id: ProfileId, summary: TranscriptSummary): void {
    const link = linkOf(id);
    const { ownSummary: previous } = link;
    link.ownSummary = summary;
    const hasTraffic = summary.sent > previous.sent || summary.received > previous.received;
    if (hasTraffic) change(id, { lastTrafficAt: now() });
    if (link.past === null) publishSummary(id, summary);
  }

  function publishSummary(id: ProfileId, summary: TranscriptSummary): void {
    const { summary: previous } = sessionOf(id);
    change(id, { summary });
    linkOf(id).rows.follow(previous);
    const { roundTrips } = sessionOf(id);
    if (roundTrips?.isAwaited === true) void readRoundTrips(id, roundTrips.sequence);
  }

  function publishMeasures(id: ProfileId, measures: Measures | null): void {
    // What was under way when nobody looked any more is told to nobody.
    if (linkOf(id).isWatchingMeasures) change(id, { measures: measures ?? 'unavailable' });
  }

  /** Only what is shown is measured for show. */
  function watchShown({ engine: own, past, isWatchingMeasures }: Link): void {
    own?.watchMeasures(isWatchingMeasures && past === null);
    past?.watchMeasures(isWatchingMeasures);
  }

  async function showPast(id: ProfileId, past: PastConnection): Promise<void> {
    const link = linkOf(id);
    link.past?.dispose();
    const reader = engine.createConnection((event) => {
      const isShown = links.get(id) === link && link.past === reader;
      if (isShown && event.type === 'summary') publishSummary(id, event.summary);
      if (isShown && event.type === 'measures') publishMeasures(id, event.measures);
    });
    link.past = reader;
    showAnew(id, { past, summary: EMPTY_SUMMARY });
    const { filter } = sessionOf(id);
    if (filter !== NO_FILTER) reader.setFilter(filter);
    try {
      await reader.openPast(past.id);
    } catch (error) {
      if (link.past === reader) showOwn(id);
      throw error;
    }
  }

  function beginImport(id: ProfileId): LogImport {
    const link = linkOf(id);
    let summary = EMPTY_SUMMARY;
    let past: PastConnection | null = null;
    const reader = engine.createConnection((event) => {
      const isShown = links.get(id) === link && link.past === reader;
      if (isShown && event.type === 'measures') publishMeasures(id, event.measures);
      if (event.type !== 'summary') return;
      summary = event.summary;
      if (isShown) publishSummary(id, summary);
    });
    reader.keep(id, budgets);
    return {
      inspect: (file, work) => reader.inspectFile(file, work),
      async read(file, order, work) {
        const imported = await reader.importFile(file, order, work);
        past = pastOfImport(id, file.name, imported, now());
        return imported;
      },
      show() {
        if (past === null || links.get(id) !== link) return;
        link.past?.dispose();
        link.past = reader;
        showAnew(id, { past, summary });
        const { filter } = sessionOf(id);
        if (filter !== NO_FILTER) reader.setFilter(filter);
      },
      async discard() {
        // What is left of a worker that has gone already goes with the next logs that are tidied.
        await reader.discard().catch(() => {});
        reader.dispose();
      },
    };
  }

  function showOwn(id: ProfileId): void {
    const link = linkOf(id);
    if (link.past === null) return;
    link.past.dispose();
    link.past = null;
    showAnew(id, { past: null, summary: link.ownSummary });
  }

  /** Another transcript is shown, from its end. */
  function showAnew(id: ProfileId, fields: Pick<Session, 'past' | 'summary'>): void {
    const { window, selected, roundTrips, measures } = NEW_SESSION;
    change(id, { ...fields, window, selected, roundTrips, measures, isFollowing: true });
    const link = linkOf(id);
    if (link.isWatchingMeasures) watchShown(link);
    link.rows.restart();
  }

  function followNewest(id: ProfileId): void {
    const { isFollowing, summary } = sessionOf(id);
    if (isFollowing) return;
    change(id, { isFollowing: true });
    linkOf(id).rows.follow(summary);
  }

  /** The filter has changed; the selected entry stays where it stands on screen, unless the filter hides it. */
  async function keepInPlace(id: ProfileId, sequence: number): Promise<void> {
    const { filter } = sessionOf(id);
    const position = await findShown(id, { kind: 'entry', sequence });
    const session = store.getState().sessions[id];
    // Another filter or another entry may have been chosen meanwhile.
    if (session?.filter !== filter || selectedSequence(session.selected) !== sequence) return;
    if (position === null) return followNewest(id);
    change(id, { isFollowing: false, reveal: { position, how: 'still' } });
  }

  /** `null` also where nothing has ever been shown, or its worker has gone. */
  async function findShown(id: ProfileId, place: LogPlace): Promise<number | null> {
    const { past, engine } = linkOf(id);
    return (past ?? engine)?.findPlace(place).catch(() => null) ?? null;
  }

  async function seekHit(id: ProfileId, towards: 'next' | 'previous'): Promise<void> {
    const { selected, isFollowing, window, filter } = sessionOf(id);
    // Of a log that was scrolled back, the person sees the middle.
    const inSight = isFollowing ? undefined : window.rows[Math.floor(window.rows.length / 2)];
    const from = selectedSequence(selected) ?? inSight?.sequence ?? null;
    const position = await findShown(id, { kind: 'hit', from, towards });
    if (position === null || store.getState().sessions[id]?.filter !== filter) return;
    change(id, { reveal: { position, how: 'near' } });
  }

  async function selectEntry(id: ProfileId, sequence: number | null): Promise<void> {
    const link = linkOf(id);
    if (sequence === null) return change(id, { selected: { kind: 'none' }, roundTrips: null });
    const loading = { kind: 'loading', sequence } as const;
    change(id, { selected: loading, roundTrips: null });
    void readRoundTrips(id, sequence);
    const entry = await shownOf(id)
      .readEntry(sequence)
      .catch(() => null);
    // Another entry may have been selected, or the session forgotten, while this one was read.
    if (links.get(id) !== link || sessionOf(id).selected !== loading) return;
    change(id, { selected: entry === null ? { kind: 'gone', sequence } : { kind: 'loaded', entry } });
  }

  /** In a log of the past it takes a while: everything before the entry is looked through for it. */
  async function readRoundTrips(id: ProfileId, sequence: number): Promise<void> {
    const { past, engine: own } = linkOf(id);
    const shown = past ?? own;
    const roundTrips = (await shown?.readRoundTrips(sequence).catch(() => null)) ?? null;
    const link = links.get(id);
    // Another entry or transcript may be shown meanwhile, or the session forgotten.
    if (link === undefined || (link.past ?? link.engine) !== shown) return;
    if (selectedSequence(sessionOf(id).selected) === sequence) change(id, { roundTrips });
  }

  async function goToEntry(id: ProfileId, sequence: number): Promise<void> {
    const position = await findShown(id, { kind: 'entry', sequence });
    if (position === null) return selectEntry(id, sequence);
    change(id, { reveal: { position, how: 'near' } });
  }

  return store;
}

function pastOfImport(
  profileId: ProfileId,
  fileName: string,
  { logId, bytes, connections, startedAt, endedAt, ending }: ImportedLog,
  writtenAt: number,
): PastConnection {
  return {
    id: logId ?? fileName,
    profileId,
    startedAt,
    writtenAt,
    end: { at: endedAt, text: ending ?? 'The file does not say how the connection ended.' },
    connections,
    bytes,
    importedFrom: fileName,
  };
}
