import { ArrowDown, ArrowUp } from 'lucide-react';
import { formatBytes } from '#domain/format/formatBytes.ts';
import { formatCount } from '#domain/format/formatCount.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { EMPTY_SUMMARY, NO_FILTER } from '#domain/transcript/entry.ts';
import { useSession } from '../stores/useStores.ts';
import { isFiltering } from './isFiltering.ts';

/** How much went each way, how fast it comes, and how much of it the filter shows. */
export function TranscriptCounts({ profileId }: { readonly profileId: ProfileId }) {
  const summary = useSession(profileId, (session) => session.summary) ?? EMPTY_SUMMARY;
  const filter = useSession(profileId, (session) => session.filter) ?? NO_FILTER;
  return (
    <p className="ml-auto flex items-center gap-x-2 text-xs whitespace-nowrap text-ink-soft tabular-nums">
      {isFiltering(filter) && (
        <span className="text-ink">
          {formatCount(summary.matching)} of {formatCount(summary.total)} shown
        </span>
      )}
      <span className="flex items-center gap-0.5">
        <ArrowUp aria-hidden className="size-3 text-sent" />
        {formatCount(summary.sent)}
        <span className="sr-only"> sent</span>
      </span>
      <span className="flex items-center gap-0.5">
        <ArrowDown aria-hidden className="size-3 text-accent" />
        {formatCount(summary.received)}
        <span className="sr-only"> received</span>
      </span>
      <span>{formatCount(summary.ratePerSecond)} msg/s</span>
      <span>{formatBytes(summary.bytes)}</span>
    </p>
  );
}
