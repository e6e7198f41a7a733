import { isCatalogueId } from '#domain/profile/catalogue/catalogueProfile.ts';
import { destinationOf } from '#domain/profile/file/destinationOf.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { isTeamId } from '#domain/profile/team/teamProfile.ts';
import { PREVIEW_SOURCES } from '#domain/profile/variables/dynamicVariables.ts';
import { filledWay, secretVariablesOf } from '#domain/profile/variables/secretVariables.ts';
import { environmentLookup } from '#state/environmentLookup.ts';
import type { ProfilesState } from '#state/profilesStore.ts';
import type { SendConsentStore, SendQuestion } from '#state/sendConsentStore.ts';

/**
 * What to ask before a profile that others can change sends secret variables where none such has sent them; `null` for
 * nothing. The secrets of its own fields need no question: where they would go elsewhere, they are others (`foreignProfile`).
 */
export function sendingToAsk(
  consent: SendConsentStore,
  state: ProfilesState,
  profile: Profile,
): Omit<SendQuestion, 'afterwards'> | null {
  const origin = isTeamId(profile.id) ? 'team' : isCatalogueId(profile.id) ? 'catalogue' : null;
  if (origin === null) return null;
  const lookup = environmentLookup(state, PREVIEW_SOURCES);
  const used = secretVariablesOf(profile, state.secrets, lookup);
  if (used.length === 0) return null;
  const { url, way } = filledWay(profile, lookup);
  const names = consent.getState().actions.undecided(used, way);
  return names.length === 0 ? null : { profile, origin, names, destination: destinationOf(url), way };
}
