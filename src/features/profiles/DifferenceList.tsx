import type { ProfileDifference } from '#domain/profile/file/compareProfiles.ts';

export interface DifferenceListProps {
  readonly differences: readonly ProfileDifference[];
}

/** Part by part what there was, and what there would be. */
export function DifferenceList({ differences }: DifferenceListProps) {
  return (
    <dl className="grid grid-cols-[minmax(6rem,max-content)_minmax(0,1fr)] gap-x-3 gap-y-1 text-xs">
      {differences.map(({ part, before, after }) => (
        <div key={part} className="contents">
          <dt className="max-w-48 text-ink-soft wrap-anywhere">{part}</dt>
          <dd className="font-mono wrap-anywhere">
            {before === null ? (
              <span className="font-sans text-ink-soft">added</span>
            ) : (
              <del className="text-ink-soft">{before}</del>
            )}{' '}
            <span aria-hidden>→</span>{' '}
            {after === null ? (
              <span className="font-sans text-ink-soft">removed</span>
            ) : (
              <ins className="no-underline">{after}</ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
