import { SHARED_ENVIRONMENT_ID } from '#domain/profile/environment.ts';
import type { Environment } from '#domain/profile/environment.ts';
import type { Field } from '#domain/profile/profile.ts';
import { withDynamic, type DynamicSources } from '#domain/profile/variables/dynamicVariables.ts';
import { lookupIn, type VariableLookup } from '#domain/profile/variables/variableLookup.ts';
import type { ProfilesState } from './profilesStore.ts';

export type EnvironmentsState = Pick<
  ProfilesState,
  'environments' | 'environmentId' | 'secrets' | 'lockedSecrets'
>;

/** The variables that are filled in now: of the chosen environment, then of all, then those that Postern makes. */
export function environmentLookup(state: EnvironmentsState, sources: DynamicSources): VariableLookup {
  const { secrets, lockedSecrets } = state;
  // One that is locked has no value, rather than an empty one: so nothing goes out with a hole in it.
  const isOpen = ({ value }: Field) =>
    value.kind === 'text' || value.secretId in secrets || !(value.secretId in lockedSecrets);
  const inUse = chosenEnvironments(state).map((environment) => ({
    ...environment,
    variables: environment.variables.filter(isOpen),
  }));
  return withDynamic(lookupIn(inUse, secrets), sources);
}

/** The chosen one, and the one that holds in all. */
export function chosenEnvironments({
  environments,
  environmentId,
}: Pick<ProfilesState, 'environments' | 'environmentId'>): readonly Environment[] {
  const chosen = environmentId === null ? undefined : environments[environmentId];
  return [chosen, environments[SHARED_ENVIRONMENT_ID]].filter((one) => one !== undefined);
}
