import { toFileProfile } from '../file/filedProfile.ts';
import { isEqualJson } from '../isEqualJson.ts';
import type { Profile } from '../profile.ts';

/** Whether a file says the same of both; ids of rows and secrets, which no file has, do not count, nor do their own. */
export function isSameInFile(one: Profile, other: Profile): boolean {
  return one === other || isEqualJson(withoutId(one), withoutId(other));
}

function withoutId(profile: Profile) {
  const { id: _id, ...rest } = toFileProfile(profile);
  return rest;
}
