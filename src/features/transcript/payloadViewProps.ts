import type { EntryReading, EntryView } from './entryReading.ts';

export interface PayloadViewProps {
  readonly payload: Uint8Array;
  readonly reading: EntryReading;
  readonly view: EntryView;
}
