import { isEqualJson } from './isEqualJson.ts';
import type { Profile } from './profile.ts';

/** Whether two profiles say the same; when they were made and changed does not count. */
export function isSameProfile(a: Profile, b: Profile): boolean {
  return diffProfiles(a, b).length === 0;
}

/** The parts in which two profiles differ. */
export function diffProfiles(a: Profile, b: Profile): readonly (keyof Profile)[] {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof Profile>;
  keys.delete('createdAt');
  keys.delete('updatedAt');
  return [...keys].filter((key) => !isEqualJson(a[key], b[key]));
}
