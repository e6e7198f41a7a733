import { compileNeedle } from './compileNeedle.ts';
import type { EntryKind, KindFilter, TranscriptEntry, TranscriptFilter } from './entry.ts';

/** What a filter looks at. */
export type FilteredEntry = Pick<TranscriptEntry, 'direction' | 'kind' | 'payload'>;

/** What happened to the connection is shown with the control frames: it is where they lead. */
const KINDS: Readonly<Record<Exclude<KindFilter, 'all'>, ReadonlySet<EntryKind>>> = {
  text: new Set(['text']),
  binary: new Set(['binary']),
  data: new Set(['text', 'binary']),
  control: new Set(['close', 'ping', 'pong', 'opened', 'ended']),
};

/** What happened to the connection itself went neither way, whatever side its entry stands on. */
const EVENTS: ReadonlySet<EntryKind> = new Set(['opened', 'ended']);

/** Compiles a filter once, for a test of every entry; the cheap questions come first. */
export function compileFilter(filter: TranscriptFilter): (entry: FilteredEntry) => boolean {
  const kinds = filter.kinds === 'all' ? null : KINDS[filter.kinds];
  const matchesText = compileNeedle(filter.text);
  return ({ direction, kind, payload }) =>
    (filter.direction === 'both' || (filter.direction === direction && !EVENTS.has(kind))) &&
    (kinds === null || kinds.has(kind)) &&
    matchesText(payload, 0, payload.length);
}
