import { GitCompare, X } from 'lucide-react';
import { describeEntry } from '#domain/transcript/describeEntry.ts';
import { formatClock } from '#domain/format/formatClock.ts';
import { formatCount } from '#domain/format/formatCount.ts';
import type { TranscriptEntry } from '#domain/transcript/entry.ts';
import { IconButton } from '#ui/IconButton.tsx';
import type { CopyForm } from '#domain/payload/writePayload.ts';
import { CopyPayload } from './CopyPayload.tsx';
import { DirectionMark } from './DirectionMark.tsx';
import type { EntryReading, EntryView } from './entryReading.ts';
import { ShowAs } from './ShowAs.tsx';
import { entryTitle } from './entryTitle.ts';

export interface EntryHeaderProps {
  readonly entry: TranscriptEntry;
  readonly reading: EntryReading;
  /** `null` while the entry is compared instead. */
  readonly view: EntryView | null;
  readonly onViewChange: (view: EntryView) => void;
  /** Whether this is the entry that others are compared with. */
  readonly isCompared: boolean;
  readonly onCompare: () => void;
  readonly onCopy: (form: CopyForm) => void;
  /** `null` for an entry that is no message to keep. */
  readonly onSaveMessage: (() => void) | null;
  readonly onClose: () => void;
}

export function EntryHeader({
  entry,
  reading,
  view,
  onViewChange,
  isCompared,
  onCompare,
  onCopy,
  onSaveMessage,
  onClose,
}: EntryHeaderProps) {
  const { sizeLabel, framesLabel, gapLabel } = describeEntry(entry);
  const time = formatClock(entry.time, new Date(entry.time).getTimezoneOffset());
  const facts = [time, sizeLabel, framesLabel, gapLabel, `#${formatCount(entry.sequence)}`].filter(
    (fact) => fact !== '',
  );
  return (
    <header className="flex items-center gap-2 border-b border-line py-1 pr-1 pl-3">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
        <div className="flex min-h-6 grow basis-56 flex-wrap items-center gap-x-2 text-xs">
          <div className="flex items-center gap-2 whitespace-nowrap">
            <DirectionMark direction={entry.direction} />
            <h3 className="font-medium">{entryTitle(entry)}</h3>
          </div>
          <p className="flex flex-wrap gap-x-2 whitespace-nowrap text-ink-soft tabular-nums">
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
        </div>
        {view !== null && reading.views.length > 1 && (
          <ShowAs label="Show as" views={reading.views} view={view} onViewChange={onViewChange} />
        )}
      </div>
      <div className="flex">
        <IconButton
          size="small"
          label="Compare with another entry"
          icon={<GitCompare />}
          aria-pressed={isCompared}
          onClick={onCompare}
        />
        <CopyPayload
          label="Copy the entry"
          payload={entry.payload}
          reading={reading}
          fileName={`entry-${entry.sequence}.${entry.kind === 'binary' ? 'bin' : 'txt'}`}
          onCopy={onCopy}
          onSaveMessage={onSaveMessage}
        />
        <IconButton size="small" label="Close the entry" icon={<X />} onClick={onClose} />
      </div>
    </header>
  );
}
