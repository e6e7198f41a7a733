import * as v from 'valibot';
import { migrateProfile } from './migrateProfile.ts';
import { PROFILE_SCHEMA_VERSION, type Profile } from './profile.ts';
import { ProfileSchema } from './storedProfile.ts';

/** A profile as it is stored: with the version of the schema that wrote it. */
export type StoredProfile = Profile & { readonly version: number };

export interface StoredProfileProblem {
  readonly code: 'storage-newer' | 'storage-broken';
  /** A sentence. */
  readonly message: string;
  /** The record as found: nothing that a person saved is thrown away because it cannot be read. */
  readonly record: unknown;
}

export type ParsedProfile =
  | { readonly ok: true; readonly profile: Profile }
  | ({ readonly ok: false } & StoredProfileProblem);

export type ParsedProfiles =
  | {
      readonly ok: true;
      readonly profiles: readonly Profile[];
      readonly problems: readonly StoredProfileProblem[];
    }
  | ({ readonly ok: false } & StoredProfileProblem);

export function encodeStoredProfile(profile: Profile): StoredProfile {
  return { ...profile, version: PROFILE_SCHEMA_VERSION };
}

/** Parses all records of the store. One that cannot be read costs no other one. */
export function parseStoredProfiles(records: unknown): ParsedProfiles {
  if (!Array.isArray(records))
    return broken(records, 'The saved profiles are not a list. They are kept as they are.');
  const parsed = records.map(parseStoredProfile);
  return {
    ok: true,
    profiles: parsed.flatMap((result) => (result.ok ? [result.profile] : [])),
    problems: parsed.flatMap((result) => (result.ok ? [] : [toProblem(result)])),
  };
}

export function parseStoredProfile(record: unknown): ParsedProfile {
  const label = labelOf(record);
  const versioned = v.safeParse(v.looseObject({ version: v.number() }), record);
  if (!versioned.success)
    return broken(record, `${label} cannot be read: it has no version. It is kept as it is.`);
  const { version: found, ...fields } = versioned.output;
  if (found > PROFILE_SCHEMA_VERSION) {
    const message = `${label} was saved by a newer Postern (schema ${found}; this one reads ${PROFILE_SCHEMA_VERSION}). It is kept as it is: open it with the newer version.`;
    return { ok: false, code: 'storage-newer', message, record };
  }
  const parsed = v.safeParse(ProfileSchema, migrateProfile(fields, found));
  if (parsed.success) return { ok: true, profile: parsed.output };
  const path = v.getDotPath(parsed.issues[0]) ?? 'the whole';
  return broken(record, `${label} cannot be read: ${path} is not what it should be. It is kept as it is.`);
}

function broken(record: unknown, message: string): { ok: false } & StoredProfileProblem {
  return { ok: false, code: 'storage-broken', message, record };
}

function toProblem({ code, message, record }: StoredProfileProblem): StoredProfileProblem {
  return { code, message, record };
}

function labelOf(record: unknown): string {
  const parsed = v.safeParse(v.object({ name: v.pipe(v.string(), v.nonEmpty()) }), record);
  return parsed.success ? `The saved profile “${parsed.output.name}”` : 'A saved profile';
}
