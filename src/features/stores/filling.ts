import { useMemo } from 'react';
import type { GatewayId } from '#domain/gateway/gatewayId.ts';
import { effectiveGateway } from '#domain/profile/effectiveGateway.ts';
import type { Profile, ProfileId } from '#domain/profile/profile.ts';
import { PREVIEW_SOURCES, type DynamicSources } from '#domain/profile/variables/dynamicVariables.ts';
import { fillProfile, type FilledIn } from '#domain/profile/variables/fillProfile.ts';
import type { VariableLookup } from '#domain/profile/variables/variableLookup.ts';
import { environmentLookup } from '#state/environmentLookup.ts';
import { selectProfile, type ProfilesState } from '#state/profilesStore.ts';
import { useProfiles } from './useStores.ts';

const LIVE_SOURCES: DynamicSources = { now: Date.now, random: Math.random, uuid };

/** The values of variables for what goes out now. */
export function liveLookup(state: ProfilesState): VariableLookup {
  return environmentLookup(state, LIVE_SOURCES);
}

/** A profile filled in with the chosen environment, for what goes out now. */
export function fillNow(state: ProfilesState, profile: Profile): FilledIn {
  return fillProfile(profile, state.secrets, liveLookup(state));
}

/** The values of variables for what is shown: those that are others each time stand still. */
export function useLookup(): VariableLookup {
  const environments = useProfiles((state) => state.environments);
  const environmentId = useProfiles((state) => state.environmentId);
  const secrets = useProfiles((state) => state.secrets);
  const lockedSecrets = useProfiles((state) => state.lockedSecrets);
  return useMemo(
    () => environmentLookup({ environments, environmentId, secrets, lockedSecrets }, PREVIEW_SOURCES),
    [environments, environmentId, secrets, lockedSecrets],
  );
}

/** A profile filled in with the chosen environment, for what is shown of it. */
export function useFilledIn(profile: Profile): FilledIn {
  const lookup = useLookup();
  const secrets = useProfiles((state) => state.secrets);
  return useMemo(() => fillProfile(profile, secrets, lookup), [profile, secrets, lookup]);
}

/** The gateway whose facts hold for a profile. */
export function useGateway(profileId: ProfileId): GatewayId {
  return useProfiles((state) => {
    const profile = selectProfile(state, profileId);
    if (profile === null) return 'generic';
    return effectiveGateway(
      fillProfile(profile, state.secrets, environmentLookup(state, PREVIEW_SOURCES)).profile,
    );
  });
}

/** RFC 9562 section 5.4. A page without a secure context has no `crypto.randomUUID`. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, index) => {
    const bits = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return bits.toString(16).padStart(2, '0');
  }).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
