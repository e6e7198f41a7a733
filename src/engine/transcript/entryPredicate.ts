import { compileFilter } from '#domain/transcript/compileFilter.ts';
import type { FilteredEntry } from '#domain/transcript/compileFilter.ts';
import type { TranscriptFilter } from '#domain/transcript/entry.ts';
import { entryKindOf } from './entryKind.ts';
import type { EntryPredicate } from './filteredView.ts';
import type { TranscriptStore } from './transcriptStore.ts';

/** The filter as a question to entries of the store; `null` for a filter that shows all. */
export function entryPredicate(store: TranscriptStore, filter: TranscriptFilter): EntryPredicate | null {
  if (filter.text === '' && filter.direction === 'both' && filter.kinds === 'all') return null;
  const matches = compileFilter(filter);
  const entry = new EntryAt(store);
  return (index) => {
    entry.index = index;
    return matches(entry);
  };
}

/** One object for every entry in turn: a million entries are asked without making a million objects. */
class EntryAt implements FilteredEntry {
  index = 0;
  readonly #store: TranscriptStore;

  constructor(store: TranscriptStore) {
    this.#store = store;
  }

  get direction(): FilteredEntry['direction'] {
    return this.#store.isSentAt(this.index) ? 'sent' : 'received';
  }

  get kind(): FilteredEntry['kind'] {
    return entryKindOf(this.#store.kindAt(this.index));
  }

  get payload(): Uint8Array {
    return this.#store.payloadAt(this.index);
  }
}
