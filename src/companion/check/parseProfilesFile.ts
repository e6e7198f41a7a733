import { parseStoredProfiles } from '#domain/profile/profileStore.ts';
import type { Profile } from '#domain/profile/profile.ts';
import * as v from 'valibot';
import { CallProblem } from './callProblem.ts';

/** What the page exports. */
const ExportSchema = v.object({ format: v.literal('postern-profiles'), profiles: v.array(v.unknown()) });

/** The profiles of a file: Postern's export, a list of stored profiles, or one. `path` is for the sentence of a problem. */
export function parseProfilesFile(text: string, path: string): readonly Profile[] {
  const stored = parseStoredProfiles(listOf(readJson(text, path)));
  if (!stored.ok) throw new CallProblem(`${path}: ${stored.message}`);
  const [problem] = stored.problems;
  if (problem !== undefined) throw new CallProblem(`${path}: ${problem.message}`);
  if (stored.profiles.length === 0) throw new CallProblem(`${path} holds no profile.`);
  return stored.profiles;
}

function listOf(json: unknown): unknown {
  const exported = v.safeParse(ExportSchema, json);
  if (exported.success) return exported.output.profiles;
  return Array.isArray(json) ? json : [json];
}

function readJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's own words may quote the file, and the file may be the wrong one.
    throw new CallProblem(`${path} is not JSON: a file of profiles is what Postern exports.`);
  }
}
