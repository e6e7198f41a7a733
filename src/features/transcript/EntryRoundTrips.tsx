import { ArrowLeftRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatCount } from '#domain/format/formatCount.ts';
import { formatDuration } from '#domain/format/formatDuration.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { describeWay } from '#domain/transcript/describeMeasures.ts';
import type { RoundTripEnd } from '#domain/transcript/measures.ts';
import { useConnections, useSession } from '../stores/useStores.ts';

export interface EntryRoundTripsProps {
  readonly profileId: ProfileId;
  readonly sequence: number;
}

/** Which message the entry answers, or what has answered it, with the way there; nothing for most entries. */
export function EntryRoundTrips({ profileId, sequence }: EntryRoundTripsProps) {
  const roundTrips = useSession(profileId, (session) => session.roundTrips);
  const { goToEntry } = useConnections((state) => state.actions);
  // Those of the entry before, while these are read.
  if (roundTrips?.sequence !== sequence) return null;
  const { asked, answers, isAwaited } = roundTrips;
  const go = (to: number) => void goToEntry(profileId, to);
  return (
    <>
      {asked !== null && (
        <Line>
          Came {formatDuration(asked.afterMs)} after <EntryLink end={asked} onGo={go} />
        </Line>
      )}
      {answers.map((answer) => (
        <Line key={answer.sequence}>
          Answered after {formatDuration(answer.afterMs)} by <EntryLink end={answer} onGo={go} />
        </Line>
      ))}
      {isAwaited && answers.length === 0 && <Line>No answer has come yet.</Line>}
    </>
  );
}

function Line({ children }: { readonly children: ReactNode }) {
  return (
    <p className="flex items-center gap-1.5 border-b border-line px-3 py-1 text-xs">
      <ArrowLeftRight aria-hidden className="size-3.5 shrink-0 text-ink-soft" />
      <span>{children}</span>
    </p>
  );
}

interface EntryLinkProps {
  readonly end: RoundTripEnd;
  readonly onGo: (sequence: number) => void;
}

function EntryLink({ end: { sequence, way }, onGo }: EntryLinkProps) {
  const { because, rule } = describeWay(way);
  return (
    <>
      <button
        type="button"
        className="rounded text-accent underline underline-offset-2 hover:text-accent-strong"
        onClick={() => onGo(sequence)}
      >
        message #{formatCount(sequence)}
      </button>{' '}
      <span className="text-ink-soft" title={rule}>
        ({because})
      </span>
    </>
  );
}
