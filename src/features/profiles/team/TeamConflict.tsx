import { TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import { compareProfiles } from '#domain/profile/file/compareProfiles.ts';
import type { ProfileDifference } from '#domain/profile/file/compareProfiles.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { selectTeamConflict } from '#state/profilesStore.ts';
import { Button } from '#ui/Button.tsx';
import { useStores } from '../../stores/StoresContext.ts';
import { useProfiles } from '../../stores/useStores.ts';
import { DifferenceList } from '../DifferenceList.tsx';
import { discardChanges } from '../discardChanges.ts';
import { saveToTeam } from './changeTeam.ts';

export interface TeamConflictProps {
  readonly profileId: ProfileId;
}

/** A profile that was changed here and in the team's file: what each has made of it, and which of them stays. */
export function TeamConflict({ profileId }: TeamConflictProps) {
  const stores = useStores();
  const headingId = useId();
  // Whatever the conflict is made of.
  useProfiles((state) => state.drafts[profileId]);
  useProfiles((state) => state.team);
  const fileName = useProfiles((state) => state.teamFile?.name ?? '');
  const { actions } = stores.profiles.getState();
  const conflict = selectTeamConflict(stores.profiles.getState(), profileId);
  if (conflict === null) return null;
  const { mine, base, theirs } = conflict;
  return (
    <section
      aria-labelledby={headingId}
      className="max-h-[45vh] shrink-0 overflow-y-auto border-b border-line bg-warn-soft px-3 py-2 text-xs"
    >
      <h3 id={headingId} className="flex gap-2 font-medium">
        <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-warn" />
        {theirs === null
          ? `You have changed this profile, and it was deleted in ${fileName}.`
          : `You have changed this profile, and so has ${fileName}.`}
      </h3>
      <div className="mt-1.5 grid gap-x-6 gap-y-2 lg:grid-cols-2">
        <Side title="Your changes" differences={compareProfiles(base, mine)} />
        {theirs !== null && (
          <Side title={`Changes in ${fileName}`} differences={compareProfiles(base, theirs)} />
        )}
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-1.5">
        <Button size="small" onClick={() => void saveToTeam(stores, profileId, theirs)}>
          Keep mine
        </Button>
        <Button size="small" onClick={() => discardChanges(stores, profileId)}>
          Take theirs
        </Button>
        {theirs !== null && (
          <Button
            size="small"
            onClick={() => {
              actions.duplicate(profileId);
              actions.discard(profileId);
            }}
          >
            Keep both
          </Button>
        )}
        <p className="min-w-0 text-ink-soft">
          {theirs === null
            ? 'Keep mine puts it back into the file as it is here.'
            : 'Keep mine writes over theirs. Keep both makes yours a profile of your own.'}
        </p>
      </div>
    </section>
  );
}

interface SideProps {
  readonly title: string;
  readonly differences: readonly ProfileDifference[];
}

function Side({ title, differences }: SideProps) {
  return (
    <div className="min-w-0">
      <h4 className="mb-0.5 text-ink-soft">{title}</h4>
      <DifferenceList differences={differences} />
    </div>
  );
}
