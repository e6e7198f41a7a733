import { ChevronDown, ChevronUp, ListFilter } from 'lucide-react';
import type { TranscriptFilter } from '#domain/transcript/entry.ts';
import { IconButton } from '#ui/IconButton.tsx';

export interface HitButtonsProps {
  readonly hasHits: boolean;
  readonly shows: TranscriptFilter['shows'];
  readonly onSeek: (towards: 'next' | 'previous') => void;
  readonly onShowsChange: (shows: TranscriptFilter['shows']) => void;
}

/** From match to match, and whether the log shows anything else. */
export function HitButtons({ hasHits, shows, onSeek, onShowsChange }: HitButtonsProps) {
  const isHiding = shows === 'matches';
  return (
    <span className="flex shrink-0">
      <IconButton
        size="small"
        label="Previous match"
        icon={<ChevronUp />}
        disabled={!hasHits}
        onClick={() => onSeek('previous')}
      />
      <IconButton
        size="small"
        label="Next match"
        icon={<ChevronDown />}
        disabled={!hasHits}
        onClick={() => onSeek('next')}
      />
      <IconButton
        size="small"
        label="Show matches only"
        icon={<ListFilter />}
        aria-pressed={isHiding}
        onClick={() => onShowsChange(isHiding ? 'all' : 'matches')}
      />
    </span>
  );
}
