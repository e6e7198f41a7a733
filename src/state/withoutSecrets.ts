import type { SecretId } from '#domain/profile/profile.ts';
import type { ProfilesState } from './profilesStore.ts';
import { without } from './record.ts';

/** All that a page knows of its secrets one by one. */
export type KnownSecrets = Pick<ProfilesState, 'secrets' | 'lockedSecrets' | 'pageOnlySecrets'>;

/** Without those of these ids, be they open, locked, or of the page only. */
export function withoutSecrets(state: KnownSecrets, ids: readonly SecretId[]): KnownSecrets {
  return {
    secrets: without(state.secrets, ids),
    lockedSecrets: without(state.lockedSecrets, ids),
    pageOnlySecrets: without(state.pageOnlySecrets, ids),
  };
}
