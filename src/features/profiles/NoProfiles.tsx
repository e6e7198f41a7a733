import { FolderOpen, SearchX } from 'lucide-react';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Spinner } from '#ui/Spinner.tsx';
import { useProfiles } from '../stores/useStores.ts';

export interface NoProfilesProps {
  readonly search: string;
  readonly onClearSearch: () => void;
}

/** Instead of a tree without rows: nothing found, nothing read yet, or nothing there. */
export function NoProfiles({ search, onClearSearch }: NoProfilesProps) {
  const isLoading = useProfiles((state) => state.status === 'loading');
  if (search.trim() !== '') {
    return (
      <EmptyState icon={<SearchX />} title={`No profile matches “${search.trim()}”`}>
        <Button size="small" className="mt-1" onClick={onClearSearch}>
          Clear the search
        </Button>
      </EmptyState>
    );
  }
  if (isLoading) {
    return (
      <p className="flex items-center gap-2 p-2 text-xs text-ink-soft">
        <Spinner />
        Reading the profiles of this device…
      </p>
    );
  }
  return (
    <div>
      <EmptyState icon={<FolderOpen />} title="No profiles yet">
        A profile keeps an endpoint with its keys. Make one with New, or paste a URL with Import.
      </EmptyState>
    </div>
  );
}
