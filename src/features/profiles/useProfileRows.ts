import { useDeferredValue, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { LocalGateway } from '#domain/gateway/localGateway.ts';
import { isPending } from '#domain/reconnect/reconnection.ts';
import { useCatalogue, useConnections, useProfiles, useReconnections } from '../stores/useStores.ts';
import { profileRows } from './profileRows.ts';
import type { Folding, ProfileTreeRow } from './profileRows.ts';
import { profileTree } from './profileTree.ts';
import type { TeamGroup } from './team/teamProfiles.ts';

export interface ProfileRowsOptions {
  readonly gateways: readonly LocalGateway[];
  readonly folding: Folding;
  readonly search: string;
}

/** The rows as the stores are now; the view renders anew only when a profile, a phase or the selection changes. */
export function useProfileRows({ gateways, folding, search }: ProfileRowsOptions): readonly ProfileTreeRow[] {
  const groups = useProfiles(useShallow(({ saved, drafts, readyMade }) => ({ saved, drafts, readyMade })));
  const team = useProfiles(
    useShallow(({ teamFile, team: profiles }) =>
      teamFile === null ? NO_TEAM : { name: teamFile.name, profiles },
    ),
  );
  const site = useCatalogue(({ reading }) => (reading?.ok === true ? reading.address.site : null));
  // Who types a URL does not wait for the list.
  const shownGroups = useDeferredValue(groups);
  const selectedId = useProfiles((state) => state.selectedId);
  const reconnections = useReconnections();
  const phases = useConnections(
    useShallow(({ sessions }) =>
      Object.fromEntries(
        Object.entries(sessions).map(
          ([
            id,
            {
              connection: { phase },
            },
          ]) => [
            id,
            // What is waited for can be stopped as well as what is under way.
            isPending(reconnections[id] ?? null, phase.kind) ? ('connecting' as const) : phase.kind,
          ],
        ),
      ),
    ),
  );
  // Sorting is most of the work, and a selection or a phase changes nothing of it.
  const tree = useMemo(
    () => profileTree(shownGroups, gateways, teamOf(team), site),
    [shownGroups, gateways, team, site],
  );
  return useMemo(
    () => profileRows({ tree, phases, selectedId, folding, search }),
    [tree, phases, selectedId, folding, search],
  );
}

/** `useShallow` compares objects. */
const NO_TEAM = { name: null, profiles: {} };

function teamOf({
  name,
  profiles,
}: {
  readonly name: string | null;
  readonly profiles: TeamGroup['profiles'];
}) {
  return name === null ? null : { name, profiles };
}
