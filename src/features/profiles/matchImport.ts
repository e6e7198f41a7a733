import { compareProfiles } from '#domain/profile/file/compareProfiles.ts';
import type { ProfileDifference } from '#domain/profile/file/compareProfiles.ts';
import { placedSecrets } from '#domain/profile/file/linkSecrets.ts';
import { secretRisks } from '#domain/profile/file/updateProfile.ts';
import type { ImportedProfile } from '#domain/profile/import/readImport.ts';
import { newProfile } from '#domain/profile/newProfile.ts';
import type { Profile, ProfileId, Secrets } from '#domain/profile/profile.ts';
import type { ProfilesState } from '#state/profilesStore.ts';

/** What a profile of an import is to the profiles that are here. */
export type ImportMatch =
  /** `id` is that of the file, where it can be kept, so that the same file is known again. */
  | { readonly kind: 'new'; readonly id: ProfileId | null }
  | { readonly kind: 'same' }
  | {
      readonly kind: 'changed';
      readonly mine: Profile;
      readonly theirs: Profile;
      /** The person's own has changes that are not saved. */
      readonly isEdited: boolean;
      readonly differences: readonly ProfileDifference[];
      /** As `secretRisks` has them. */
      readonly risks: readonly string[];
    };

export type OwnProfiles = Pick<ProfilesState, 'saved' | 'drafts' | 'readyMade' | 'deleted'>;

/** Compares with what the person sees: where a profile has been edited, with that. */
export function matchImport(imported: readonly ImportedProfile[], own: OwnProfiles): readonly ImportMatch[] {
  const seen = new Set<ProfileId>();
  return imported.map(({ id, fields, secrets }) => {
    // Of two that are the same profile, in two files, one alone can take its place.
    if (id === null || seen.has(id)) return { kind: 'new', id: null };
    seen.add(id);
    const mine = memberOf(own.drafts, id) ?? memberOf(own.saved, id);
    if (mine === undefined || !isFree(id, own)) return { kind: 'new', id: isFree(id, own) ? id : null };
    const theirs = newProfile(id, 0, fields);
    const differences = [...compareProfiles(mine, theirs), ...broughtSecrets(theirs, secrets)];
    if (differences.length === 0) return { kind: 'same' };
    const isEdited = memberOf(own.saved, id) !== undefined && mine === memberOf(own.drafts, id);
    return { kind: 'changed', mine, theirs, isEdited, differences, risks: secretRisks(mine, theirs) };
  });
}

/** Values that came along are a change of their own, be it the only one. */
function broughtSecrets(theirs: Profile, secrets: Secrets): readonly ProfileDifference[] {
  const names = placedSecrets(theirs, []).flatMap(({ label, secretId }) =>
    secretId in secrets ? [label] : [],
  );
  return names.length === 0
    ? []
    : [{ part: 'Secrets', before: 'as here', after: `those of the link: ${names.join(', ')}` }];
}

/** Characters: longer ones are no ids. */
const MAX_ID_LENGTH = 200;
const RESERVED = /^(?:local|team|base|catalogue):/;

/** Whether a profile of the person's own can have the id: a file may say any, so none that means something else here. */
function isFree(id: ProfileId, { readyMade, deleted }: OwnProfiles): boolean {
  const isOrdinary = id.length <= MAX_ID_LENGTH && !RESERVED.test(id) && !(id in Object.prototype);
  // One that was deleted can be brought back, as long as nothing stands in its place.
  return isOrdinary && memberOf(readyMade, id) === undefined && deleted.every((each) => each.id !== id);
}

function memberOf(profiles: Readonly<Record<ProfileId, Profile>>, id: ProfileId): Profile | undefined {
  return Object.hasOwn(profiles, id) ? profiles[id] : undefined;
}
