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
  return [...keys].filter((key) => !isEqual(a[key], b[key]));
}

/** Deep equality of JSON values. */
function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const entries = Object.entries(a);
  const other = new Map<string, unknown>(Object.entries(b));
  return (
    entries.length === other.size &&
    entries.every(([key, value]) => other.has(key) && isEqual(value, other.get(key)))
  );
}
