import { Suspense, useEffect, useState } from 'react';
import { assertNever } from '#domain/assertNever.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import type { TranscriptEntry } from '#domain/transcript/entry.ts';
import type { SelectedEntry } from '#state/connectionsStore.ts';
import { onDemand } from '#ui/onDemand.ts';
import { useConnections, useSession } from '../stores/useStores.ts';
import type { EntryView } from './entryReading.ts';

const WholeEntry = onDemand(async () => (await import('./WholeEntry.tsx')).WholeEntry);

export interface EntryDetailProps {
  readonly profileId: ProfileId;
}

interface ComparedEntry {
  readonly profileId: ProfileId;
  readonly entry: TranscriptEntry;
}

const READING = 'Reading the entry.';
const NOTHING: SelectedEntry = { kind: 'none' };

/** The selected entry, whole. */
export function EntryDetail({ profileId }: EntryDetailProps) {
  const actions = useConnections((state) => state.actions);
  const selected = useSession(profileId, (session) => session.selected) ?? NOTHING;
  const shown = useSettled(selected);
  const [chosen, setChosen] = useState<EntryView | null>(null);
  // Of this profile alone: the numbers of another's entries mean other entries.
  const [compared, setCompared] = useState<ComparedEntry | null>(null);
  const hasEntries = useSession(profileId, (session) => session.summary.total > 0) ?? false;
  useEffect(() => {
    // At hand before the first one is selected, so that it shows at once.
    if (hasEntries) WholeEntry.prefetch();
  }, [hasEntries]);
  return (
    <section
      aria-label="Entry"
      className="flex max-h-[70dvh] min-h-9 min-w-0 flex-1 flex-col bg-surface lg:max-h-none"
    >
      {shown.kind === 'loaded' ? (
        <Suspense fallback={<Sentence text={READING} />}>
          <WholeEntry
            key={shown.entry.sequence}
            profileId={profileId}
            entry={shown.entry}
            chosen={chosen}
            compared={compared?.profileId === profileId ? compared.entry : null}
            onCompare={(entry) => setCompared(entry === null ? null : { profileId, entry })}
            onChoose={setChosen}
            onClose={() => {
              actions.selectEntry(profileId, null);
              // Where the next one is chosen; the button that was pressed goes.
              document.getElementById('messages')?.focus();
            }}
          />
        </Suspense>
      ) : (
        <Sentence text={sentenceOf(shown)} />
      )}
    </section>
  );
}

function Sentence({ text }: { readonly text: string }) {
  return <p className="px-3 py-2 text-xs text-ink-soft">{text}</p>;
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
      return READING;
    case 'gone':
      return 'This entry is no longer in the log.';
    default:
      return assertNever(selected);
  }
}
