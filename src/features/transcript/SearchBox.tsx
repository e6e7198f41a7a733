import { Search, X } from 'lucide-react';
import { IconButton } from '#ui/IconButton.tsx';

export interface SearchBoxProps {
  readonly text: string;
  /** Somebody is about to type. */
  readonly onFocus: () => void;
  readonly onTextChange: (text: string) => void;
  readonly onSeek: (towards: 'next' | 'previous') => void;
  readonly isInvalid: boolean;
  /** The element that says what is wrong. */
  readonly noteId: string;
}

/** Where the filter is typed. */
export function SearchBox({ text, onFocus, onTextChange, onSeek, isInvalid, noteId }: SearchBoxProps) {
  return (
    <div className="relative flex min-w-24 flex-1 basis-full items-center @md:basis-0">
      <Search aria-hidden className="pointer-events-none absolute left-2 size-3.5 text-ink-soft" />
      <input
        id="search-messages"
        type="search"
        aria-label="Search messages"
        aria-invalid={isInvalid || undefined}
        aria-describedby={noteId}
        placeholder="Search"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onFocus={onFocus}
        onChange={(event) => onTextChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') onTextChange('');
          if (event.key === 'Enter' && text !== '' && !isInvalid) {
            event.preventDefault();
            onSeek(event.shiftKey ? 'previous' : 'next');
          }
        }}
        className="h-7 w-full min-w-0 rounded-md border border-control/60 bg-surface pr-7 pl-7 text-xs text-ink hover:border-control aria-invalid:border-bad [&::-webkit-search-cancel-button]:hidden"
      />
      {text !== '' && (
        <span className="absolute right-0.5">
          <IconButton label="Clear the search" icon={<X />} size="small" onClick={() => onTextChange('')} />
        </span>
      )}
    </div>
  );
}
