import type { Profile, SecretId, Secrets } from '#domain/profile/profile.ts';
import { secretIdsOf } from '#domain/profile/secretIdsOf.ts';
import type { ProfilesStore, ReadyMadeActions } from './profilesStore.ts';
import { byId, pick, without } from './record.ts';
import { catalogueOf } from './withoutCatalogue.ts';

/** What the store of profiles does with those of the local gateways. */
export interface ReadyMadeProfiles {
  readonly actions: ReadyMadeActions;
  /** Whether the companion gave its value: then it is never stored. */
  readonly isGiven: (id: SecretId) => boolean;
  /** The values of this profile's secrets as they were given, whatever was tried on them since. */
  readonly givenSecretsOf: (profile: Profile | undefined) => Secrets;
}

export function createReadyMadeProfiles({ setState }: Pick<ProfilesStore, 'setState'>): ReadyMadeProfiles {
  /** As the companion gave them. */
  let given: Secrets = {};
  return {
    actions: {
      setReadyMade(profiles, secrets) {
        const before = given;
        given = secrets;
        // A value that the companion did not change may have been edited here, on purpose: it stays so.
        const changed = Object.keys(secrets).filter((id) => secrets[id] !== before[id]);
        const gone = Object.keys(before).filter((id) => !(id in secrets));
        setState((state) => ({
          readyMade: { ...catalogueOf(state), ...byId(profiles) },
          secrets: { ...without(state.secrets, gone), ...pick(secrets, changed) },
        }));
      },
    },
    isGiven: (id) => id in given,
    givenSecretsOf: (profile) => pick(given, profile === undefined ? [] : secretIdsOf(profile)),
  };
}
