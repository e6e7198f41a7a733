import { QueryObserver } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { profilesFileQuery } from '#query/profilesFileQuery.ts';
import type { ProfilesFileState } from '#query/profilesFileQuery.ts';
import { statusQuery } from '#query/statusQuery.ts';
import type { Stores } from '../../stores/StoresContext.ts';
import { TEAM_FILE } from './teamFileOnDemand.ts';

/**
 * Keeps the team's profiles as the companion's file has them, for as long as a companion answers. `main.tsx` calls it once,
 * as it does `connectLocalGateways`.
 */
export function connectTeamFile(
  queryClient: QueryClient,
  stores: Pick<Stores, 'profiles' | 'notices'>,
): void {
  let companionStartedAt: number | null = null;
  let handedOver: ProfilesFileState | null = null;

  const file = new QueryObserver(queryClient, { ...profilesFileQuery(), enabled: false });
  file.subscribe(({ data }) => {
    if (data === undefined || data === handedOver) return;
    handedOver = data;
    // Most companions have none, and then there is nothing to load for it.
    if (data.kind === 'none' && stores.profiles.getState().teamFile === null) return;
    void handOver(stores);
  });

  // Others ask; this one listens.
  new QueryObserver(queryClient, { ...statusQuery(), enabled: false }).subscribe(({ data }) => {
    file.setOptions({ ...profilesFileQuery(), enabled: data?.state === 'ready' });
    if (data?.state !== 'ready' || data.status.startedAt === companionStartedAt) return;
    // Another companion, with another file or none.
    if (companionStartedAt !== null) void file.refetch();
    companionStartedAt = data.status.startedAt;
  });

  async function handOver(to: Pick<Stores, 'profiles' | 'notices'>): Promise<void> {
    const { takeTeamFile } = await TEAM_FILE.load();
    // What has come meanwhile is newer.
    if (handedOver !== null) takeTeamFile(to, handedOver);
  }
}
