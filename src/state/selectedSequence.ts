import { assertNever } from '#domain/assertNever.ts';
import type { SelectedEntry } from './connectionsStore.ts';

/** The sequence number of the selected entry, read or not; `null` for none. */
export function selectedSequence(selected: SelectedEntry): number | null {
  switch (selected.kind) {
    case 'none':
      return null;
    case 'loaded':
      return selected.entry.sequence;
    case 'loading':
    case 'gone':
      return selected.sequence;
    default:
      return assertNever(selected);
  }
}
