import { Suspense, useState } from 'react';
import type { ProfileId, TypedMessage } from '#domain/profile/profile.ts';
import type { TranscriptEntry } from '#domain/transcript/entry.ts';
import { SaveMessageDialog } from '../messages/messageDialogs.ts';
import { EntryAnnotation } from './EntryAnnotation.tsx';
import { CompareBar } from './CompareBar.tsx';
import { ComparedEntries } from './ComparedEntries.tsx';
import { CopyProgress } from './CopyProgress.tsx';
import { EntryHeader } from './EntryHeader.tsx';
import { EntryRoundTrips } from './EntryRoundTrips.tsx';
import { canBeSaved, entryMessage } from './entryMessage.ts';
import { readEntryPayload } from './entryReading.ts';
import type { EntryView } from './entryReading.ts';
import { PayloadView } from './PayloadView.tsx';
import { useCopyPayload } from './useCopyPayload.ts';

export interface WholeEntryProps {
  readonly profileId: ProfileId;
  readonly entry: TranscriptEntry;
  /** The view that the person chose, for this entry or one before it. */
  readonly chosen: EntryView | null;
  /** The entry that others are compared with; `null` for none. */
  readonly compared: TranscriptEntry | null;
  readonly onCompare: (entry: TranscriptEntry | null) => void;
  readonly onChoose: (view: EntryView) => void;
  readonly onClose: () => void;
}

/** An entry with its tools: as text, as a tree, or as bytes. */
export function WholeEntry({
  profileId,
  entry,
  chosen,
  compared,
  onCompare,
  onChoose,
  onClose,
}: WholeEntryProps) {
  const [reading] = useState(() => readEntryPayload(entry));
  const [message, setMessage] = useState<TypedMessage | null>(null);
  const view = chosen !== null && reading.views.includes(chosen) ? chosen : reading.defaultView;
  const isCompared = compared?.sequence === entry.sequence;
  const isComparing = compared !== null && !isCompared;
  const { copying, copy } = useCopyPayload(entry.payload, reading);
  return (
    <>
      <EntryHeader
        entry={entry}
        reading={reading}
        view={isComparing ? null : view}
        onViewChange={onChoose}
        isCompared={isCompared}
        onCompare={() => onCompare(isCompared ? null : entry)}
        onCopy={copy}
        onSaveMessage={canBeSaved(entry) ? () => setMessage(entryMessage(entry, reading)) : null}
        onClose={onClose}
      />
      {message !== null && (
        <Suspense>
          <SaveMessageDialog profileId={profileId} message={message} onClose={() => setMessage(null)} />
        </Suspense>
      )}
      <CopyProgress copying={copying} byteLength={entry.byteLength} />
      {reading.text !== null && <EntryAnnotation profileId={profileId} entry={entry} text={reading.text} />}
      <EntryRoundTrips profileId={profileId} sequence={entry.sequence} />
      {compared !== null && <CompareBar from={compared} entry={entry} onStop={() => onCompare(null)} />}
      {compared !== null && isComparing ? (
        <ComparedEntries from={compared} to={entry} />
      ) : (
        <PayloadView payload={entry.payload} reading={reading} view={view} />
      )}
    </>
  );
}
