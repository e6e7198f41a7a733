import type { ProfileDifference } from '#domain/profile/file/compareProfiles.ts';

export interface DifferenceListProps {
  readonly differences: readonly ProfileDifference[];
}

/** Part by part what there was, and what there would be. */
export function DifferenceList({ differences }: DifferenceListProps) {
  return (
    <dl className="grid gap-x-3 text-xs sm:grid-cols-[minmax(6rem,max-content)_minmax(0,1fr)] sm:gap-y-1">
      {differences.map(({ part, before, after }) => (
        <div key={part} className="contents">
          <dt className="text-ink-soft wrap-anywhere sm:max-w-48">{part}</dt>
          <dd className="pb-1 font-mono wrap-anywhere sm:pb-0">
            {before === null && <span className="font-sans">added: </span>}
            {after === null && <span className="font-sans">removed: </span>}
            {before !== null && <del className="text-ink-soft">{before}</del>}
            {before !== null && after !== null && <span aria-hidden> → </span>}
            {after !== null && <ins className="no-underline">{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
