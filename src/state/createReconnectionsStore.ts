import { createStore } from 'zustand/vanilla';
import { assertNever } from '#domain/assertNever.ts';
import type { Transport } from '#domain/handshake/handshakeRecord.ts';
import type { Profile, ProfileId } from '#domain/profile/profile.ts';
import { planReconnect } from '#domain/reconnect/planReconnect.ts';
import type { ReconnectableEnd } from '#domain/reconnect/planReconnect.ts';
import { isPending } from '#domain/reconnect/reconnection.ts';
import type { AttemptNumber, Reconnection } from '#domain/reconnect/reconnection.ts';
import type { ConnectionsStore, Session } from './connectionsStore.ts';
import { selectProfile } from './profilesStore.ts';
import type { ProfilesStore } from './profilesStore.ts';
import type { ReconnectionsState, ReconnectionsStore } from './reconnectionsStore.ts';
import { without } from './record.ts';

export interface ReconnectionsStoreOptions {
  readonly profiles: ProfilesStore;
  readonly connections: ConnectionsStore;
  /** Dials with the profile as it is then, as if the person had pressed Connect. */
  readonly dial: Dial;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
}

/** What was asked for is wanted no more once the signal is aborted. */
export type Dial = (id: ProfileId, order: DialOrder, signal: AbortSignal) => Promise<Dialled>;

export interface DialOrder {
  readonly transport: Transport;
  /** `null` where the person asked for it. */
  readonly attempt: AttemptNumber | null;
}

export type Dialled =
  | { readonly kind: 'dialled' }
  /** Before it came to that, the person has ended it or begun another attempt. */
  | { readonly kind: 'stopped' }
  /** `why` completes "not reconnecting:"; `isFinal` where another attempt would come to the same. */
  | { readonly kind: 'undialled'; readonly why: string; readonly isFinal: boolean };

/** What a sequence of attempts has that is no state. */
interface Sequence {
  /** The transport that the profile named when the connection ended, and the one that it was made over. */
  readonly chosen: Transport;
  readonly used: Transport;
  timer: ReturnType<typeof setTimeout> | undefined;
  controller: AbortController | null;
}

/**
 * Opens a connection again that has ended without being asked to, by the policy of its profile as that is then. Only while
 * the profile is selected: attempts that nobody sees must not go on by themselves. The very first attempt is the person's,
 * and so is what becomes of it.
 *
 * The timers are the page's: in a tab that nobody looks at, a browser may let them wait for up to a minute.
 */
export function createReconnectionsStore(options: ReconnectionsStoreOptions): ReconnectionsStore {
  const { profiles, connections, now, random } = options;
  const sequences = new Map<ProfileId, Sequence>();

  const store = createStore<ReconnectionsState>()(() => ({
    reconnections: {},
    actions: {
      tryNow: (id) => void attempt(id),
      cancel(id) {
        const phase = connections.getState().sessions[id]?.connection.phase.kind ?? 'idle';
        if (isPending(reconnectionOf(id), phase))
          end(id, { kind: 'over', why: 'reconnecting cancelled by you' });
      },
      forget: (id) => end(id, null),
    },
  }));

  function reconnectionOf(id: ProfileId): Reconnection | null {
    return store.getState().reconnections[id] ?? null;
  }

  function put(id: ProfileId, reconnection: Reconnection | null): void {
    if (reconnection === reconnectionOf(id)) return;
    store.setState(({ reconnections }) => ({
      reconnections:
        reconnection === null ? without(reconnections, [id]) : { ...reconnections, [id]: reconnection },
    }));
  }

  function end(id: ProfileId, last: Extract<Reconnection, { kind: 'over' }> | null): void {
    const sequence = sequences.get(id);
    clearTimeout(sequence?.timer);
    sequences.delete(id);
    sequence?.controller?.abort();
    put(id, last);
  }

  function onEnd(id: ProfileId, session: Session, connectionEnd: ReconnectableEnd): void {
    const current = reconnectionOf(id);
    const state = profiles.getState();
    const profile = selectProfile(state, id);
    const isFirstAttempt = connectionEnd.kind === 'failed' && current?.kind !== 'begun';
    if (session.isEndAsked || profile === null || profile.reconnect.kind === 'off' || isFirstAttempt) {
      return end(id, null);
    }
    if (state.selectedId !== id) return end(id, { kind: 'over', why: WENT_ELSEWHERE });
    const plan = planReconnect({
      end: connectionEnd,
      response: session.connection.record?.response ?? null,
      policy: profile.reconnect,
      attempts: current?.kind === 'begun' ? current.attempt : 0,
      now: now(),
      random: random(),
    });
    if (plan.kind === 'over') return end(id, plan);
    const sequence = sequences.get(id) ?? newSequence(profile, session);
    sequences.set(id, sequence);
    sequence.timer = setTimeout(() => void attempt(id), plan.delayMs);
    put(id, plan);
  }

  async function attempt(id: ProfileId): Promise<void> {
    const waiting = reconnectionOf(id);
    const sequence = sequences.get(id);
    const profile = selectProfile(profiles.getState(), id);
    if (waiting?.kind !== 'waiting' || sequence === undefined || profile === null) return;
    clearTimeout(sequence.timer);
    const controller = new AbortController();
    sequence.controller = controller;
    const number = { attempt: waiting.attempt, maxAttempts: waiting.maxAttempts };
    put(id, { kind: 'begun', ...number });
    const order = { transport: transportOf(sequence, profile), attempt: number };
    const dialled = await options.dial(id, order, controller.signal);
    // Whoever has ended the sequence meanwhile has said so.
    if (sequences.get(id) === sequence && sequence.controller === controller) settle(id, dialled);
  }

  function settle(id: ProfileId, dialled: Dialled): void {
    switch (dialled.kind) {
      case 'dialled':
        return;
      case 'stopped':
        return end(id, { kind: 'over', why: 'reconnecting cancelled by you' });
      case 'undialled': {
        const session = connections.getState().sessions[id];
        if (dialled.isFinal || session === undefined) {
          return end(id, { kind: 'over', why: `not reconnecting: ${dialled.why}` });
        }
        return onEnd(id, session, { kind: 'undialled' });
      }
      default:
        assertNever(dialled);
    }
  }

  connections.subscribe(({ sessions }, before) => {
    for (const [id, session] of Object.entries(sessions)) {
      const { phase } = session.connection;
      if (phase === before.sessions[id]?.connection.phase) continue;
      if (phase.kind === 'closed' || phase.kind === 'failed') onEnd(id, session, phase);
      // Where an attempt was cancelled the phase says so.
      if (phase.kind === 'idle') end(id, null);
    }
  });

  profiles.subscribe((state) => {
    for (const [id, { kind }] of Object.entries(store.getState().reconnections)) {
      if (selectProfile(state, id) === null) end(id, null);
      else if (kind === 'waiting' && state.selectedId !== id) end(id, { kind: 'over', why: WENT_ELSEWHERE });
    }
  });

  return store;
}

const WENT_ELSEWHERE = 'not reconnecting: another profile was shown';

function newSequence({ transport: chosen }: Profile, { request }: Session): Sequence {
  return { chosen, used: request?.transport ?? chosen, timer: undefined, controller: null };
}

/**
 * As the connection that ended was made, so that one over a companion that has gone waits for it to come back rather than
 * fall to the browser; unless the person has chosen another transport since.
 */
function transportOf({ chosen, used }: Sequence, { transport }: Profile): Transport {
  return transport === chosen ? used : transport;
}
