import { HardDrive } from 'lucide-react';
import { describeRetention } from '#domain/transcript/describeRetention.ts';
import type { RetentionSummary } from '#domain/transcript/retention.ts';

/** What of the log is on disk, what has gone, and whether a reload will find it: nothing while all is as usual. */
export function RetentionCounts({ retention }: { readonly retention: RetentionSummary }) {
  const { facts, warning } = describeRetention(retention);
  return (
    <>
      {facts.map((fact) => (
        <span key={fact} className="flex min-w-0 items-center gap-1">
          <HardDrive aria-hidden className="size-3 shrink-0" />
          <span className="truncate">{fact}</span>
        </span>
      ))}
      {warning !== null && (
        <span role="note" title={warning.detail} className="min-w-0 truncate text-warn">
          {warning.title}
        </span>
      )}
    </>
  );
}
