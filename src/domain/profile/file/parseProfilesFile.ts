import * as v from 'valibot';
import { isMembers, memberOf } from '../../format/members.ts';
import type { Members } from '../../format/members.ts';
import type { Environment } from '../environment.ts';
import { migrateProfile } from '../migrateProfile.ts';
import { PROFILE_SCHEMA_VERSION } from '../profile.ts';
import type { Profile } from '../profile.ts';
import { completeEnvironment, completeProfile } from './completeProfile.ts';
import { describeIssue, joinPath, MISSING } from './describeIssue.ts';
import { fromFileEnvironment, fromFileProfile } from './filedProfile.ts';
import { FileEnvironmentSchema, FileProfileSchema, PROFILES_FORMAT } from './fileProfile.ts';
import { misnamedMembers, slipsOf } from './slipsOf.ts';

export interface FiledProfile {
  /** Where it stands in the file, for example `profiles[2]`. */
  readonly path: string;
  readonly profile: Profile;
}

/** Something that is not as it should be. */
export interface FileProblem {
  /** For example `profiles[2].headers[0].value`; empty for the whole. */
  readonly path: string;
  /** A sentence. It quotes nothing of the file but a profile's name: what stands there may be a credential. */
  readonly message: string;
}

export interface ProfilesFile {
  readonly profiles: readonly FiledProfile[];
  /** Their ids are those of the file; they are among `members` too, as they stand there. */
  readonly environments: readonly Environment[];
  /** A profile or an environment that has one is not among the others; it costs no other one. */
  readonly problems: readonly FileProblem[];
  /** What else the file has, to be kept when it is written again. */
  readonly members: Members;
}

/** Whether the document says that it is a file of profiles; whether it is a good one, `parseProfilesFile` finds out. */
export function isProfilesFile(document: unknown): boolean {
  return memberOf(document, 'format') === PROFILES_FORMAT;
}

/**
 * Reads a file of profiles of this or an older version. A list of profiles, and one alone, are read as well, as older
 * exports had them: then each says its version.
 */
export function parseProfilesFile(document: unknown): ProfilesFile {
  if (Array.isArray(document)) {
    const records = document.map((record: unknown, index) => ({ path: `[${index}]`, record }));
    return readRecords(records, undefined, {});
  }
  if (!isMembers(document) || !isProfilesFile(document)) {
    return readRecords([{ path: '', record: document }], undefined, {});
  }
  const { format: _format, version, profiles, ...members } = document;
  const fault = faultOfVersion(version, 'This file');
  if (fault !== null) return nothing({ path: 'version', message: fault }, members);
  if (!Array.isArray(profiles)) {
    const message = profiles === undefined ? MISSING : 'It should be a list.';
    return nothing({ path: 'profiles', message }, members);
  }
  if (version === undefined && profiles.length === 0) {
    return nothing({ path: 'version', message: MISSING }, members);
  }
  const records = profiles.map((record: unknown, index) => ({ path: `profiles[${index}]`, record }));
  return readRecords(records, version, members);
}

function nothing(problem: FileProblem, members: Members): ProfilesFile {
  return { profiles: [], environments: [], problems: [problem], members };
}

/** Of the members beside the profiles, those that say something to Postern; where a schema is, is an editor's business. */
const TOP_NAMES = ['environments'];

interface PlacedRecord {
  readonly path: string;
  readonly record: unknown;
}

function readRecords(records: readonly PlacedRecord[], fileVersion: unknown, members: Members): ProfilesFile {
  const profiles: FiledProfile[] = [];
  const problems: FileProblem[] = [];
  const paths = new Map<string, string>();
  for (const { path, record } of records) {
    const read = readProfile(path, record, fileVersion);
    const other = read.profile === null ? undefined : paths.get(read.profile.id);
    if (read.profile === null) problems.push(...read.problems);
    else if (other !== undefined) {
      problems.push({ path: joinPath(path, 'id'), message: sameId(record, other, 'profile') });
    } else {
      paths.set(read.profile.id, path);
      profiles.push({ path, profile: read.profile });
    }
  }
  const environments = readEnvironments(memberOf(members, 'environments'));
  return {
    profiles,
    environments: environments.read,
    problems: [...misnamedMembers(members, TOP_NAMES, ''), ...environments.problems, ...problems],
    members,
  };
}

function readEnvironments(records: unknown): {
  readonly read: readonly Environment[];
  readonly problems: readonly FileProblem[];
} {
  if (records === undefined) return { read: [], problems: [] };
  if (!Array.isArray(records)) {
    return { read: [], problems: [{ path: 'environments', message: 'It should be a list.' }] };
  }
  const read: Environment[] = [];
  const problems: FileProblem[] = [];
  const paths = new Map<string, string>();
  for (const [index, record] of records.entries()) {
    const path = `environments[${index}]`;
    const parsed = parseBy(FileEnvironmentSchema, record, path);
    if (!parsed.ok) {
      problems.push(...parsed.problems);
      continue;
    }
    const environment = completeEnvironment(parsed.output);
    const other = paths.get(environment.id);
    if (other !== undefined) {
      problems.push({ path: joinPath(path, 'id'), message: sameId(record, other, 'environment') });
      continue;
    }
    paths.set(environment.id, path);
    read.push(fromFileEnvironment(environment));
  }
  return { read, problems };
}

/** Which of two is meant by an id, nobody knows who finds it again later: an order in the file may change. */
function sameId(record: unknown, other: string, what: 'profile' | 'environment'): string {
  return memberOf(record, 'id') === undefined
    ? `It is missing, and ${other} has the one that the name would make: write one that no other ${what} has.`
    : `It is that of ${other} as well.`;
}

type ReadProfile =
  | { readonly profile: Profile }
  | { readonly profile: null; readonly problems: readonly FileProblem[] };

function readProfile(path: string, record: unknown, fileVersion: unknown): ReadProfile {
  if (!isMembers(record)) {
    return { profile: null, problems: [{ path, message: 'It should be an object with members.' }] };
  }
  const { version = fileVersion, createdAt: _createdAt, updatedAt: _updatedAt, ...fields } = record;
  const fault = version === undefined ? MISSING : faultOfVersion(version, `The profile${nameOf(record)}`);
  if (fault !== null) {
    return { profile: null, problems: [{ path: joinPath(path, 'version'), message: fault }] };
  }
  const parsed = parseBy(FileProfileSchema, migrateProfile(fields, Number(version)), path);
  return parsed.ok
    ? { profile: fromFileProfile(completeProfile(parsed.output)) }
    : { profile: null, problems: parsed.problems };
}

type ParsedBy<Output> =
  | { readonly ok: true; readonly output: Output }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** With what the schema alone would let pass. */
function parseBy<Output>(
  schema: v.GenericSchema<unknown, Output>,
  record: unknown,
  path: string,
): ParsedBy<Output> {
  const parsed = v.safeParse(schema, record);
  const issues = parsed.success ? [] : parsed.issues.map((issue) => describeIssue(issue, path));
  // Where a list has no members, the schema may have missed them already.
  const slips = slipsOf(schema, record, path).filter(
    (slip) => !issues.some((issue) => issue.path.startsWith(`${slip.path}.`)),
  );
  if (parsed.success && slips.length === 0) return { ok: true, output: parsed.output };
  return { ok: false, problems: [...issues, ...slips] };
}

/** `null` where it can be read; `undefined` is for each profile to say. */
function faultOfVersion(version: unknown, what: string): string | null {
  if (version === undefined) return null;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return 'It should be a whole number from 1.';
  }
  if (version <= PROFILE_SCHEMA_VERSION) return null;
  return `${what} was written by a newer Postern (version ${version}; this one reads ${PROFILE_SCHEMA_VERSION}). Open it with the newer one.`;
}

function nameOf(record: Members): string {
  const name = memberOf(record, 'name');
  return typeof name === 'string' && name !== '' ? ` “${name}”` : '';
}
