import type { Transport } from '#domain/handshake/handshakeRecord.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import type { ProfileProblem } from '#domain/profile/profileProblem.ts';
import { resolveProfile } from '#domain/profile/resolveProfile.ts';
import { selectProfile } from '#state/profilesStore.ts';
import type { Stores } from './StoresContext.ts';

/**
 * Begins an attempt with the profile as edited, over `transport`. Returns what stands in the way, in which case nothing
 * has happened.
 */
export function connectProfile(
  stores: Pick<Stores, 'profiles' | 'connections'>,
  id: ProfileId,
  transport: Transport,
): readonly ProfileProblem[] {
  const state = stores.profiles.getState();
  const profile = selectProfile(state, id);
  if (profile === null) return [];
  const resolution = resolveProfile(profile, state.secrets);
  if (!resolution.ok) return resolution.problems;
  stores.connections.getState().actions.connect(id, { ...resolution.request, transport });
  return [];
}
