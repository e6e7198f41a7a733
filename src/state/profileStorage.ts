import type { EnvironmentId } from '#domain/profile/environment.ts';
import type { ProfileId } from '#domain/profile/profile.ts';

/**
 * The port to where profiles are kept on the device. It knows nothing of what a record holds: whoever reads parses.
 */
export interface ProfileStorage {
  /** Throws `StorageError`. */
  readonly read: () => Promise<StoredRecords>;
  /** All of the changes or none. Throws `StorageError`. */
  readonly write: (changes: readonly RecordChange[]) => Promise<void>;
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

export type StorageErrorCode = 'storage-newer' | 'storage-blocked' | 'storage-full';

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
  'storage-full':
    "The device's storage for this page is full, so the latest changes are not saved. Free some disk space or delete profiles and messages you no longer need.",
};
