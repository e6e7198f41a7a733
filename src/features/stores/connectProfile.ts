import type { Transport } from '#domain/handshake/handshakeRecord.ts';
import { isActive } from '#domain/connection/reduceConnection.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import type { ProfileProblem } from '#domain/profile/profileProblem.ts';
import { resolveProfile } from '#domain/profile/resolveProfile.ts';
import { isTokenDue } from '#domain/token/tokenSource.ts';
import { selectProfile } from '#state/profilesStore.ts';
import { fillNow } from './filling.ts';
import type { Stores } from './StoresContext.ts';

type ConnectStores = Pick<Stores, 'profiles' | 'connections' | 'tokens'>;

/**
 * Begins an attempt with the profile as edited, over `transport`; a token that has expired is fetched first. Returns what
 * stands in the way, in which case nothing has happened.
 */
export function connectProfile(
  stores: ConnectStores,
  id: ProfileId,
  transport: Transport,
): readonly ProfileProblem[] {
  const state = stores.profiles.getState();
  const profile = selectProfile(state, id);
  if (profile === null) return [];
  const filled = fillNow(state, profile);
  if (filled.problems.length > 0) return filled.problems;
  const resolution = resolveProfile(filled.profile, filled.secrets);
  if (!resolution.ok) return resolution.problems;
  const { sessions, actions } = stores.connections.getState();
  const session = sessions[id];
  const isIdle = session === undefined || !isActive(session.connection.phase);
  if (isIdle && profile.tokenSource !== undefined && isTokenDue(profile, state.secrets, Date.now())) {
    void connectWithFreshToken(stores, id, transport);
  } else {
    stores.tokens.getState().actions.dismiss(id);
    actions.connect(id, { ...resolution.request, transport });
  }
  return [];
}

/** A fetch that fails shows where the profile shows, and nothing is dialled: the gateway would refuse the old token. */
async function connectWithFreshToken(
  stores: ConnectStores,
  id: ProfileId,
  transport: Transport,
): Promise<void> {
  const source = selectProfile(stores.profiles.getState(), id)?.tokenSource;
  if (source === undefined) return;
  const fetched = await stores.tokens.getState().actions.fetch(id, source);
  if (fetched.kind !== 'token') return;
  const state = stores.profiles.getState();
  const profile = selectProfile(state, id);
  if (profile === null) return;
  const filled = fillNow(state, profile);
  const resolution = resolveProfile(filled.profile, filled.secrets);
  if (resolution.ok) {
    stores.connections.getState().actions.connect(id, { ...resolution.request, transport });
  }
}
