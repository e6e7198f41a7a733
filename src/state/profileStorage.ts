import type { EnvironmentId } from '#domain/profile/environment.ts';
import type { ProfileId } from '#domain/profile/profile.ts';

/**
 * The port to where profiles are kept on the device. It knows nothing of what a record holds: whoever reads parses.
 */
export interface ProfileStorage {
  /** Throws `StorageError`. */
  readonly read: () => Promise<StoredRecords>;
  /** Only these records. Throws `StorageError`. */
  readonly readSome: (refs: readonly RecordRef[]) => Promise<readonly StoredRecord[]>;
  /**
   * All of the changes or none. Throws `StorageError`, with the code `storage-cleared` when what was stored before has
   * gone: the changes alone would be a part of the whole.
   */
  readonly write: (changes: readonly RecordChange[]) => Promise<void>;
  /** Tells of records that another tab has written, from now on. */
  readonly watch: (onChanged: (refs: readonly RecordRef[]) => void) => void;
}

export interface RecordRef {
  readonly collection: RecordCollection;
  readonly key: string;
}

export interface StoredRecord extends RecordRef {
  /** `undefined` for one that is not there. */
  readonly value: unknown;
}

export interface StoredRecords {
  /** The schema version of the records; `null` when nothing has been stored yet. */
  readonly version: unknown;
  readonly selectedId: unknown;
  readonly environmentId: unknown;
  readonly profiles: ReadonlyMap<string, unknown>;
  readonly drafts: ReadonlyMap<string, unknown>;
  readonly secrets: ReadonlyMap<string, unknown>;
  readonly environments: ReadonlyMap<string, unknown>;
}

export type RecordChange =
  | {
      readonly kind: 'put';
      readonly collection: RecordCollection;
      readonly key: string;
      readonly value: unknown;
    }
  | { readonly kind: 'delete'; readonly collection: RecordCollection; readonly key: string }
  | { readonly kind: 'select'; readonly id: ProfileId | null }
  | { readonly kind: 'choose-environment'; readonly id: EnvironmentId | null }
  | { readonly kind: 'set-version'; readonly version: number };

export const RECORD_COLLECTIONS = ['profiles', 'drafts', 'secrets', 'environments'] as const;
export type RecordCollection = (typeof RECORD_COLLECTIONS)[number];

export type StorageErrorCode = 'storage-newer' | 'storage-blocked' | 'storage-full' | 'storage-cleared';

/** The device's storage did not do what it was asked. The message is for the person at the page. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, options?: ErrorOptions) {
    super(STORAGE_ERROR_MESSAGES[code], options);
    this.code = code;
  }
}

const STORAGE_ERROR_MESSAGES: Readonly<Record<StorageErrorCode, string>> = {
  'storage-newer':
    'The profiles on this device were saved by a newer version of Postern. They are left as they are; update Postern to use them. What you do now is kept until you close this page.',
  'storage-blocked':
    "This browser does not let Postern store anything, as in a private window or with site data blocked. What you do now is kept until you close this page; to keep it longer, allow this page's site data.",
  'storage-cleared':
    'The data of this page was cleared in the browser, and with it the profiles on this device. Those that you see are still in this page: save them again, or into a file, before you close it.',
  'storage-full':
    "The device's storage for this page is full, so the latest changes are not saved. Free some disk space or delete profiles and messages you no longer need.",
};
