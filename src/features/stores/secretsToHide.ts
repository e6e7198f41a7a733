import { useMemo } from 'react';
import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import { knownSecrets } from '#domain/profile/knownSecrets.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { createSecretMasker, type SecretMasker } from '#domain/profile/secretMasker.ts';
import { environmentSecrets } from '#domain/profile/variables/environmentSecrets.ts';
import type { FilledIn } from '#domain/profile/variables/fillProfile.ts';
import type { KnownSecrets } from '#domain/transcript/transfer/maskPayload.ts';
import type { ProfilesState } from '#state/profilesStore.ts';
import { fillNow, useFilledIn } from './filling.ts';
import { useProfiles, useSession } from './useStores.ts';

/** All that must not be seen in what comes of a profile. */
export function secretsToHide(
  state: ProfilesState,
  profile: Profile,
  request: ConnectionRequest | null,
): KnownSecrets {
  return secretsOf(state, fillNow(state, profile), request);
}

/** Takes the secrets of a profile out of what servers said back. */
export function useSecretMasker(profile: Profile): SecretMasker {
  const environments = useProfiles((state) => state.environments);
  const secrets = useProfiles((state) => state.secrets);
  const request = useSession(profile.id, (session) => session.request);
  const filled = useFilledIn(profile);
  return useMemo(
    () => createSecretMasker(secretsOf({ environments, secrets }, filled, request).values),
    [environments, secrets, filled, request],
  );
}

function secretsOf(
  { environments, secrets }: Pick<ProfilesState, 'environments' | 'secrets'>,
  filled: FilledIn,
  request: ConnectionRequest | null,
): KnownSecrets {
  const others = environmentSecrets(Object.values(environments), secrets);
  return knownSecrets(filled.profile, filled.secrets, others, request);
}
