import { assertNever } from '#domain/assertNever.ts';
import { EntryHex } from './EntryHex.tsx';
import { EntryJson } from './EntryJson.tsx';
import { EntryText } from './EntryText.tsx';
import type { EntryReading, EntryView } from './entryReading.ts';

export interface PayloadViewProps {
  readonly payload: Uint8Array;
  readonly reading: EntryReading;
  readonly view: EntryView;
}

/** A payload as the person wants to see it. */
export function PayloadView({ payload, reading, view }: PayloadViewProps) {
  switch (view) {
    case 'text':
      return <EntryText bytes={payload} text={reading.text} isUtf8={reading.isUtf8} />;
    case 'json':
      return <EntryJson bytes={payload} json={reading.json} />;
    case 'hex':
      return <EntryHex bytes={payload} />;
    default:
      return assertNever(view);
  }
}
