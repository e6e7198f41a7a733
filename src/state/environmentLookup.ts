import { SHARED_ENVIRONMENT_ID } from '#domain/profile/environment.ts';
import { withDynamic, type DynamicSources } from '#domain/profile/variables/dynamicVariables.ts';
import { lookupIn, type VariableLookup } from '#domain/profile/variables/variableLookup.ts';
import type { ProfilesState } from './profilesStore.ts';

export type EnvironmentsState = Pick<ProfilesState, 'environments' | 'environmentId' | 'secrets'>;

/** The variables that are filled in now: of the chosen environment, then of all, then those that Postern makes. */
export function environmentLookup(
  { environments, environmentId, secrets }: EnvironmentsState,
  sources: DynamicSources,
): VariableLookup {
  const chosen = environmentId === null ? undefined : environments[environmentId];
  const inUse = [chosen, environments[SHARED_ENVIRONMENT_ID]].filter((one) => one !== undefined);
  return withDynamic(lookupIn(inUse, secrets), sources);
}
