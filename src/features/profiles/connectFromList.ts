import { isCatalogueId } from '#domain/profile/catalogue/catalogueProfile.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { selectProfile } from '#state/profilesStore.ts';
import { connectProfile } from '../stores/connectProfile.ts';
import type { Stores } from '../stores/StoresContext.ts';
import { effectiveTransport } from '../stores/useCompanion.ts';
import type { CompanionState } from '../stores/useCompanion.ts';
import { unusualChoices } from './unusualChoices.ts';

/**
 * Selects a profile and connects it at once. What stands in the way is said, and shown where it can be put right. One of a
 * catalogue that does what its URL does not show is shown first.
 */
export function connectFromList(
  stores: Pick<
    Stores,
    'profiles' | 'connections' | 'reconnections' | 'notices' | 'tokens' | 'unlockPrompt' | 'sendConsent'
  >,
  id: ProfileId,
  companion: CompanionState,
): void {
  const state = stores.profiles.getState();
  const profile = selectProfile(state, id);
  if (profile === null) return;
  state.actions.select(id);
  if (isCatalogueId(id) && state.selectedId !== id && unusualChoices(profile).length > 0) {
    stores.notices
      .getState()
      .actions.show(
        `“${profile.name}” has not connected yet. Read what it does beside its URL, then press Connect.`,
      );
    return;
  }
  const [problem] = connectProfile(stores, id, effectiveTransport(profile.transport, companion));
  if (problem !== undefined) {
    stores.notices.getState().actions.show(`“${profile.name}” cannot connect: ${problem.message}`);
  }
}
