import { useState } from 'react';
import { assertNever } from '#domain/assertNever.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import type { TranscriptEntry } from '#domain/transcript/entry.ts';
import { EntryAnnotation } from './EntryAnnotation.tsx';
import { EntryHeader } from './EntryHeader.tsx';
import { EntryHex } from './EntryHex.tsx';
import { EntryJson } from './EntryJson.tsx';
import { EntryText } from './EntryText.tsx';
import { readEntryPayload } from './entryReading.ts';
import type { EntryReading, EntryView } from './entryReading.ts';

export interface WholeEntryProps {
  readonly profileId: ProfileId;
  readonly entry: TranscriptEntry;
  /** The view that the person chose, for this entry or one before it. */
  readonly chosen: EntryView | null;
  readonly onChoose: (view: EntryView) => void;
  readonly onClose: () => void;
}

/** An entry with its tools: as text, as a tree, or as bytes. */
export function WholeEntry({ profileId, entry, chosen, onChoose, onClose }: WholeEntryProps) {
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
