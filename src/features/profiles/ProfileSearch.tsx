import { Search, X } from 'lucide-react';
import { useRef } from 'react';
import { TextField } from '#ui/TextField.tsx';

export interface ProfileSearchProps {
  readonly search: string;
  readonly onSearchChange: (search: string) => void;
  readonly onArrowDown: () => void;
  readonly onEnter: () => void;
}

export function ProfileSearch({ search, onSearchChange, onArrowDown, onEnter }: ProfileSearchProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <search className="relative block shrink-0 p-2">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-4 size-3.5 -translate-y-1/2 text-ink-soft"
      />
      <TextField
        ref={field}
        // A text field like the others, without the browser's own button to clear it.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="searchbox"
        aria-label="Search profiles"
        placeholder="Search profiles"
        value={search}
        onValueChange={onSearchChange}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && search !== '') onSearchChange('');
          else if (event.key === 'ArrowDown') onArrowDown();
          else if (event.key === 'Enter' && search !== '' && !event.metaKey && !event.ctrlKey) onEnter();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
        className="h-7! w-full pr-7 pl-7.5 text-xs"
      />
      {search !== '' && (
        <button
          type="button"
          aria-label="Clear the search"
          title="Clear the search"
          onClick={() => {
            onSearchChange('');
            field.current?.focus();
          }}
          className="absolute top-1/2 right-2.5 inline-flex size-6 -translate-y-1/2 items-center justify-center rounded text-ink-soft hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </search>
  );
}
