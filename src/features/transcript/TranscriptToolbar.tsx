import { Search, X } from 'lucide-react';
import type { ProfileId } from '#domain/profile/profile.ts';
import { NO_FILTER } from '#domain/transcript/entry.ts';
import type { KindFilter, TranscriptFilter } from '#domain/transcript/entry.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { Select } from '#ui/Select.tsx';
import { useConnections, useSession } from '../stores/useStores.ts';
import { ClearLog } from './ClearLog.tsx';
import { ExportLog } from './ExportLog.tsx';
import { PastConnections } from './PastConnections.tsx';

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
  const change = (fields: Partial<TranscriptFilter>) => {
    actions.setFilter(profileId, { ...filter, ...fields });
    // What matched before has another place now: the newest match is the one to begin with.
    actions.setFollowing(profileId, true);
  };
  return (
    <div className="@container border-b border-line">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 px-2 py-1">
        <SearchBox text={filter.text} onTextChange={(text) => change({ text })} />
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
    </div>
  );
}

interface SearchBoxProps {
  readonly text: string;
  readonly onTextChange: (text: string) => void;
}

function SearchBox({ text, onTextChange }: SearchBoxProps) {
  return (
    <div className="relative flex min-w-24 flex-1 basis-full items-center @md:basis-0">
      <Search aria-hidden className="pointer-events-none absolute left-2 size-3.5 text-ink-soft" />
      <input
        id="search-messages"
        type="search"
        aria-label="Search messages"
        placeholder="Search"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => onTextChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') onTextChange('');
        }}
        className="h-7 w-full min-w-0 rounded-md border border-control/60 bg-surface pr-7 pl-7 text-xs text-ink hover:border-control [&::-webkit-search-cancel-button]:hidden"
      />
      {text !== '' && (
        <span className="absolute right-0.5">
          <IconButton label="Clear the search" icon={<X />} size="small" onClick={() => onTextChange('')} />
        </span>
      )}
    </div>
  );
}
