import type { ProfileId } from '#domain/profile/profile.ts';
import { ImportLog } from './ImportLog.tsx';
import { PastBanner } from './PastBanner.tsx';
import { TranscriptLog } from './TranscriptLog.tsx';
import { TranscriptToolbar } from './TranscriptToolbar.tsx';

export interface TranscriptProps {
  readonly profileId: ProfileId;
}

/** The message log of a profile, with its search, filters and counts. */
export function Transcript({ profileId }: TranscriptProps) {
  return (
    <ImportLog profileId={profileId} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <TranscriptToolbar profileId={profileId} />
      <PastBanner profileId={profileId} />
      <TranscriptLog key={profileId} profileId={profileId} />
    </ImportLog>
  );
}
