import type { ImportSource } from './requestDraft.ts';

/** A kind of file that profiles can be made of. */
export interface ImportFormat {
  /** For example `Insomnia 5 collection`. */
  readonly name: string;
  /** Whether the document says that it is one; whether it is a good one, `read` finds out. */
  readonly recognise: (document: unknown) => boolean;
  /** Never throws, whatever the document holds. */
  readonly read: (document: unknown) => ImportSource;
}
