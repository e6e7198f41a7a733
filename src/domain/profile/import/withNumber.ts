import type { ImportedProfile } from './toImportedProfile.ts';

/** Tells apart profiles that were named after their endpoints, and alike; `taken` are the names given so far, and gets this one. */
export function withNumber(profile: ImportedProfile, taken: Set<string>): ImportedProfile {
  const { folder, name } = profile.fields;
  const keyOf = (candidate: string) => JSON.stringify([folder, candidate]);
  let numbered = name;
  for (let number = 2; taken.has(keyOf(numbered)); number += 1) numbered = `${name} ${number}`;
  taken.add(keyOf(numbered));
  return { ...profile, fields: { ...profile.fields, name: numbered } };
}
