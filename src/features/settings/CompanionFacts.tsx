import { useQuery } from '@tanstack/react-query';
import { formatDuration } from '#domain/format/formatDuration.ts';
import { statusQuery } from '#query/statusQuery.ts';

/** What the companion says of itself. */
export function CompanionFacts() {
  const { data, dataUpdatedAt } = useQuery(statusQuery());
  if (data?.state !== 'ready') {
    return <p className="text-xs text-ink-soft">{WITHOUT_FACTS[data?.state ?? 'checking']}</p>;
  }
  const { version, nodeVersion, startedAt } = data.status;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5">
      <dt className="text-ink-soft">Version</dt>
      <dd>{version}</dd>
      <dt className="text-ink-soft">Node</dt>
      <dd>{nodeVersion}</dd>
      <dt className="text-ink-soft">Running for</dt>
      <dd>{formatDuration(Math.max(0, dataUpdatedAt - startedAt))}</dd>
    </dl>
  );
}

const WITHOUT_FACTS = {
  checking: 'Postern is looking for its companion.',
  'token-required': 'The companion runs, but needs its token before it says more.',
  absent: 'The companion is not running.',
} as const;
