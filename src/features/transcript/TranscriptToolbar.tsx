import { useId } from 'react';
import type { ProfileId } from '#domain/profile/profile.ts';
import { NO_FILTER } from '#domain/transcript/entry.ts';
import type { KindFilter, TranscriptFilter } from '#domain/transcript/entry.ts';
import { Segmented } from '#ui/Segmented.tsx';
import { Select } from '#ui/Select.tsx';
import { useConnections, useSession } from '../stores/useStores.ts';
import { ClearLog } from './ClearLog.tsx';
import { ExportLog } from './ExportLog.tsx';
import { FilterHelp } from './FilterHelp.tsx';
import { HitButtons } from './HitButtons.tsx';
import { isFiltering } from './isFiltering.ts';
import { PastConnections } from './PastConnections.tsx';
import { SearchBox } from './SearchBox.tsx';
import { SEARCH_LANGUAGE } from './searchLanguage.ts';
import { SearchNoteLine } from './SearchNoteLine.tsx';
import { useSearchNote } from './useSearchNote.ts';

const DIRECTIONS = [
  { value: 'both', label: 'All' },
  { value: 'sent', label: 'Sent' },
  { value: 'received', label: 'Received' },
] as const;

const KINDS: readonly { readonly value: KindFilter; readonly label: string }[] = [
  { value: 'all', label: 'All kinds' },
  { value: 'text', label: 'Text' },
  { value: 'binary', label: 'Binary' },
  { value: 'data', label: 'Data' },
  { value: 'control', label: 'Control' },
];

export interface TranscriptToolbarProps {
  readonly profileId: ProfileId;
}

export function TranscriptToolbar({ profileId }: TranscriptToolbarProps) {
  const actions = useConnections((state) => state.actions);
  const filter = useSession(profileId, (session) => session.filter) ?? NO_FILTER;
  const hasHits = useSession(profileId, (session) => session.summary.hits > 0) ?? false;
  const note = useSearchNote(profileId);
  const noteId = useId();
  const change = (fields: Partial<TranscriptFilter>) => {
    actions.setFilter(profileId, { ...filter, ...fields });
  };
  const seek = (towards: 'next' | 'previous') => void actions.seekHit(profileId, towards);
  return (
    <div className="@container border-b border-line">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 px-2 py-1">
        <SearchBox
          text={filter.text}
          onFocus={() => {
            SEARCH_LANGUAGE.prefetch();
            actions.prepareSearch(profileId);
          }}
          onTextChange={(text) => change({ text })}
          onSeek={seek}
          isInvalid={note?.tone === 'bad'}
          noteId={noteId}
        />
        <span className="flex shrink-0">
          {isFiltering(filter) && (
            <HitButtons
              hasHits={hasHits}
              shows={filter.shows}
              onSeek={seek}
              onShowsChange={(shows) => change({ shows })}
            />
          )}
          <FilterHelp onChoose={(text) => change({ text })} />
        </span>
        <Segmented
          label="Direction"
          value={filter.direction}
          options={DIRECTIONS}
          onValueChange={(direction) => change({ direction })}
        />
        <Select
          aria-label="Kind"
          className="text-xs [&_select]:h-7"
          value={filter.kinds}
          options={KINDS}
          onValueChange={(kinds) => change({ kinds })}
        />
        <div className="ml-auto flex">
          <PastConnections profileId={profileId} />
          <ExportLog profileId={profileId} />
          <ClearLog profileId={profileId} />
        </div>
      </div>
      <SearchNoteLine id={noteId} note={note} />
    </div>
  );
}
