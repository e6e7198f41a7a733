import { QueryObserver } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { LocalGateway } from '#domain/gateway/localGateway.ts';
import type { Profile, Secrets } from '#domain/profile/profile.ts';
import { profileOfScenario } from '#domain/profile/profileOfScenario.ts';
import { localGatewaysQuery } from '#query/localGatewaysQuery.ts';
import { statusQuery } from '#query/statusQuery.ts';
import type { ProfilesStore } from '#state/profilesStore.ts';

/**
 * Keeps the ready-made profiles as the companion's local gateways are, and asks for them anew whenever another companion
 * answers, since its gateways have other keys. `main.tsx` calls it once: the hand-over belongs to no view, because the
 * profiles are there whether or not their list is on screen. Returns its undo.
 */
export function connectLocalGateways(queryClient: QueryClient, profiles: ProfilesStore): () => void {
  let companionStartedAt: number | null = null;
  let handedOver: readonly LocalGateway[] | null = null;

  const stopWatching = new QueryObserver(queryClient, statusQuery()).subscribe(({ data }) => {
    if (data?.state !== 'ready' || data.status.startedAt === companionStartedAt) return;
    companionStartedAt = data.status.startedAt;
    void queryClient.prefetchQuery({ ...localGatewaysQuery(), staleTime: 0 });
  });

  const gateways = new QueryObserver(queryClient, { ...localGatewaysQuery(), enabled: false });
  const stopHandingOver = gateways.subscribe(({ data }) => {
    if (data === undefined || data.gateways === handedOver) return;
    handedOver = data.gateways;
    const made = readyMadeProfiles(data.gateways);
    profiles.getState().actions.setReadyMade(made.profiles, made.secrets);
  });

  return () => {
    stopWatching();
    stopHandingOver();
  };
}

interface ReadyMadeProfiles {
  readonly profiles: readonly Profile[];
  readonly secrets: Secrets;
}

function readyMadeProfiles(gateways: readonly LocalGateway[]): ReadyMadeProfiles {
  const made = gateways.flatMap((gateway) =>
    gateway.scenarios.map((scenario) => profileOfScenario(gateway, scenario)),
  );
  return {
    profiles: made.map(({ profile }) => profile),
    secrets: Object.fromEntries(made.flatMap(({ secrets }) => Object.entries(secrets))),
  };
}
