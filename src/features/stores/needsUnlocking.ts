import { namedSecrets } from '#domain/profile/namedSecrets.ts';
import type { Profile, SecretId } from '#domain/profile/profile.ts';
import { environmentsFor } from '#domain/profile/variables/environmentsFor.ts';
import { chosenEnvironments } from '#state/environmentLookup.ts';
import type { ProfilesState } from '#state/profilesStore.ts';
import { secretIdsOfAll } from '#state/secretIdsOfAll.ts';

/** Whether what the profile connects with is locked: an empty value in its place would only be refused. */
export function needsUnlocking(state: ProfilesState, profile: Profile): boolean {
  if (state.secretsLock !== 'locked') return false;
  const isLocked = (id: SecretId) => id in state.lockedSecrets && !(id in state.secrets);
  const { tokenSource } = profile;
  return (
    namedSecrets(profile).some(({ secretId }) => isLocked(secretId)) ||
    (tokenSource !== undefined &&
      [tokenSource.clientSecret, tokenSource.parameters].some(
        (value) => value.kind === 'secret' && isLocked(value.secretId),
      )) ||
    [...secretIdsOfAll([], environmentsFor([profile], chosenEnvironments(state)))].some(isLocked)
  );
}
