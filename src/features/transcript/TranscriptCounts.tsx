import { Activity, ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatBytes } from '#domain/format/formatBytes.ts';
import { formatCount } from '#domain/format/formatCount.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { EMPTY_SUMMARY, NO_FILTER } from '#domain/transcript/entry.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { useSession } from '../stores/useStores.ts';
import { RetentionCounts } from './RetentionCounts.tsx';
import { isFiltering } from './isFiltering.ts';

export interface TranscriptCountsProps {
  readonly profileId: ProfileId;
  /** The field that jumps to a place. */
  readonly goTo: ReactNode;
  readonly isMeasuring: boolean;
  readonly onMeasuringChange: (isMeasuring: boolean) => void;
}

/**
 * How much went each way, how fast it comes, and how much of it the filter shows. A line of its own under the log, as in
 * the network panels of browsers: in the toolbar, numbers that grow would push the controls about.
 */
export function TranscriptCounts(props: TranscriptCountsProps) {
  const { profileId, goTo, isMeasuring, onMeasuringChange } = props;
  const summary = useSession(profileId, (session) => session.summary) ?? EMPTY_SUMMARY;
  const isPast = useSession(profileId, (session) => session.past !== null) ?? false;
  const filter = useSession(profileId, (session) => session.filter) ?? NO_FILTER;
  return (
    <div className="@container flex h-6 shrink-0 items-center gap-x-3 border-t border-line px-3 text-2xs whitespace-nowrap text-ink-soft tabular-nums">
      <p className="flex min-w-0 items-center gap-x-4 overflow-hidden">
        <span className="flex items-center gap-1">
          <ArrowUp aria-hidden className="size-3 text-sent" />
          {formatCount(summary.sent)} sent
        </span>
        <span className="flex items-center gap-1">
          <ArrowDown aria-hidden className="size-3 text-accent" />
          {formatCount(summary.received)} received
        </span>
        <span>{formatCount(summary.ratePerSecond)} msg/s</span>
        {/* Whole or not at all: half a number is another one. */}
        <span className="hidden @[30rem]:inline">{formatBytes(summary.bytes)}</span>
        {/* A past connection is on disk as a whole, as the banner over it says. */}
        {!isPast && <RetentionCounts retention={summary.retention} />}
        {isFiltering(filter) && (
          <span className="text-ink">
            {formatCount(filter.shows === 'all' ? summary.hits : summary.matching)} of{' '}
            {formatCount(summary.total)} {filter.shows === 'all' ? 'match' : 'shown'}
          </span>
        )}
      </p>
      <IconButton
        id="measures"
        size="small"
        label="Measures"
        icon={<Activity />}
        className="ml-auto h-5"
        aria-pressed={isMeasuring}
        onClick={() => onMeasuringChange(!isMeasuring)}
      />
      {goTo}
    </div>
  );
}
