import type { ProfileId } from '#domain/profile/profile.ts';

/** The port to where composers are kept on the device, a record each. Whoever reads parses. Both may reject. */
export interface MessageStorage {
  readonly read: () => Promise<ReadonlyMap<ProfileId, unknown>>;
  /** `null` deletes. */
  readonly write: (id: ProfileId, composer: unknown) => Promise<void>;
}

export function createMemoryMessageStorage(): MessageStorage {
  const composers = new Map<ProfileId, unknown>();
  return {
    read: () => Promise.resolve(structuredClone(composers)),
    write(id, composer) {
      if (composer === null) composers.delete(id);
      else composers.set(id, structuredClone(composer));
      return Promise.resolve();
    },
  };
}
