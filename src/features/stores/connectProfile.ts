import type { Transport } from '#domain/handshake/handshakeRecord.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import type { ProfileProblem } from '#domain/profile/profileProblem.ts';
import { problemsOf } from '#domain/profile/variables/problemsOf.ts';
import { selectProfile } from '#state/profilesStore.ts';
import { dialProfile, type DialStores } from './dialProfile.ts';
import { fillNow } from './filling.ts';
import { needsUnlocking } from './needsUnlocking.ts';
import { sendingToAsk } from './sendingToAsk.ts';
import type { Stores } from './StoresContext.ts';

/**
 * Begins an attempt with the profile as edited, over `transport`, because the person wants one; where its secrets are locked,
 * once they are not, and where secrets would go to a new place, once the person has allowed that. Returns what stands in the way, in which case nothing has happened.
 */
export function connectProfile(
  stores: DialStores & Pick<Stores, 'reconnections' | 'unlockPrompt'>,
  id: ProfileId,
  transport: Transport,
): readonly ProfileProblem[] {
  const state = stores.profiles.getState();
  const profile = selectProfile(state, id);
  if (profile === null) return [];
  if (needsUnlocking(state, profile)) {
    stores.unlockPrompt.getState().actions.ask({
      profileName: profile.name,
      afterwards: () => void connectProfile(stores, id, transport),
    });
    return [];
  }
  const problems = problemsOf(fillNow(state, profile));
  if (problems.length > 0) return problems;
  const question = sendingToAsk(stores.sendConsent, state, profile);
  if (question !== null) {
    stores.sendConsent.getState().actions.ask({
      ...question,
      afterwards: () => void connectProfile(stores, id, transport),
    });
    return [];
  }
  stores.reconnections.getState().actions.forget(id);
  void dialProfile(stores, id, { transport, attempt: null });
  return [];
}
