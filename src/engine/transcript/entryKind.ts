import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import type { EntryKind } from '#domain/transcript/entry.ts';

const KIND_OF_NUMBER: ReadonlyMap<number, EntryKind> = new Map(
  (Object.entries(ENTRY_KIND) as [EntryKind, number][]).map(([kind, number]) => [number, kind]),
);

/** A companion of another version may know kinds that this page does not: bytes they are in any case. */
export function entryKindOf(number: number): EntryKind {
  return KIND_OF_NUMBER.get(number) ?? 'binary';
}
