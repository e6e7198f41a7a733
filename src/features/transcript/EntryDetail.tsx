import { useState } from 'react';
import { assertNever } from '#domain/assertNever.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import type { TranscriptEntry } from '#domain/transcript/entry.ts';
import type { SelectedEntry } from '#state/connectionsStore.ts';
import { useConnections, useSession } from '../stores/useStores.ts';
import { EntryAnnotation } from './EntryAnnotation.tsx';
import { EntryHeader } from './EntryHeader.tsx';
import { EntryHex } from './EntryHex.tsx';
import { EntryJson } from './EntryJson.tsx';
import { EntryText } from './EntryText.tsx';
import { readEntryPayload } from './entryReading.ts';
import type { EntryReading, EntryView } from './entryReading.ts';

export interface EntryDetailProps {
  readonly profileId: ProfileId;
}

const NOTHING: SelectedEntry = { kind: 'none' };

/** The selected entry, whole. */
export function EntryDetail({ profileId }: EntryDetailProps) {
  const actions = useConnections((state) => state.actions);
  const selected = useSession(profileId, (session) => session.selected) ?? NOTHING;
  const shown = useSettled(selected);
  const [chosen, setChosen] = useState<EntryView | null>(null);
  return (
    <section
      aria-label="Entry"
      className="flex max-h-[70dvh] min-h-9 min-w-0 flex-1 flex-col bg-surface lg:max-h-none"
    >
      {shown.kind === 'loaded' ? (
        <WholeEntry
          key={shown.entry.sequence}
          profileId={profileId}
          entry={shown.entry}
          chosen={chosen}
          onChoose={setChosen}
          onClose={() => {
            actions.selectEntry(profileId, null);
            // Where the next one is chosen; the button that was pressed goes.
            document.getElementById('messages')?.focus();
          }}
        />
      ) : (
        <p className="px-3 py-2 text-xs text-ink-soft">{sentenceOf(shown)}</p>
      )}
    </section>
  );
}

/** Keeps the entry before in place while the next one is read, so that walking through the log does not flicker. */
function useSettled(selected: SelectedEntry): SelectedEntry {
  const [settled, setSettled] = useState(selected);
  if (selected.kind !== 'loading' && selected !== settled) {
    setSettled(selected);
    return selected;
  }
  return settled;
}

function sentenceOf(selected: Exclude<SelectedEntry, { kind: 'loaded' }>): string {
  switch (selected.kind) {
    case 'none':
      return 'Select a message to see it whole.';
    case 'loading':
      return 'Reading the entry.';
    case 'gone':
      return 'This entry is no longer in the log.';
    default:
      return assertNever(selected);
  }
}

interface WholeEntryProps {
  readonly profileId: ProfileId;
  readonly entry: TranscriptEntry;
  /** The view that the person chose, for this entry or one before it. */
  readonly chosen: EntryView | null;
  readonly onChoose: (view: EntryView) => void;
  readonly onClose: () => void;
}

function WholeEntry({ profileId, entry, chosen, onChoose, onClose }: WholeEntryProps) {
  const [reading] = useState(() => readEntryPayload(entry));
  const view = chosen !== null && reading.views.includes(chosen) ? chosen : reading.defaultView;
  return (
    <>
      <EntryHeader entry={entry} reading={reading} view={view} onViewChange={onChoose} onClose={onClose} />
      <EntryAnnotation profileId={profileId} entry={entry} text={reading.text} />
      <Payload entry={entry} reading={reading} view={view} />
    </>
  );
}

interface PayloadProps {
  readonly entry: TranscriptEntry;
  readonly reading: EntryReading;
  readonly view: EntryView;
}

function Payload({ entry, reading, view }: PayloadProps) {
  switch (view) {
    case 'text':
      return <EntryText text={reading.text} isUtf8={reading.isUtf8} />;
    case 'json':
      return <EntryJson text={reading.text} json={reading.json} />;
    case 'hex':
      return <EntryHex bytes={entry.payload} />;
    default:
      return assertNever(view);
  }
}
