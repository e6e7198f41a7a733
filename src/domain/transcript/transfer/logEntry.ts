import type { Direction, EntryKind } from '../entry.ts';

/** An entry as it leaves Postern in a file and comes back: everything that a log knows of it. */
export interface LogEntry {
  readonly sequence: number;
  /** Milliseconds since the epoch, with fractions. */
  readonly time: number;
  readonly direction: Direction;
  readonly kind: EntryKind;
  /** How many frames it took; 0 where that is not known. */
  readonly frames: number;
  /** Whether it was compressed on the wire. */
  readonly isCompressed: boolean;
  readonly payload: Uint8Array;
  /** Whether the payload had secrets, and has masks in their places: then it is not what was on the wire. */
  readonly isMasked: boolean;
}

/** An entry of a file; a file of others, or one that was cut by hand, may not number its entries. */
export interface FileEntry extends Omit<LogEntry, 'sequence'> {
  readonly sequence: number | null;
}

/** What a piece of a file gives: an entry, nothing (a note, an empty line), or a sentence that says what is wrong. */
export type ReadEntry =
  | { readonly kind: 'entry'; readonly entry: FileEntry }
  | { readonly kind: 'note'; readonly missing: number }
  | { readonly kind: 'problem'; readonly reason: string };
