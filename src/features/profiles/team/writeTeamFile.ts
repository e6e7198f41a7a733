import { formatProfilesFile } from '#domain/profile/file/formatProfilesFile.ts';
import { readProfilesText } from '#domain/profile/file/readProfilesText.ts';
import { mergeTeam } from '#domain/profile/team/mergeTeam.ts';
import type { TeamChange } from '#domain/profile/team/mergeTeam.ts';
import { ApiError } from '#query/apiError.ts';
import type { Stores } from '../../stores/StoresContext.ts';
import { takeTeamFile } from './takeTeamFile.ts';

/** Each time somebody else was quicker with another profile; who is quicker so often is a program that writes all the time. */
const MAX_TRIES = 5;

/**
 * Writes a change into the team's file, as it is on the disk now: what others have changed of other profiles stays. True when
 * it is written; else a notice says why not, and nothing has been.
 */
export async function writeTeamFile(
  stores: Pick<Stores, 'profiles' | 'notices' | 'profilesFile'>,
  change: TeamChange,
): Promise<boolean> {
  const refusal = await tryToWrite(stores, change);
  if (refusal !== null) stores.notices.getState().actions.show(refusal);
  return refusal === null;
}

/** A sentence why nothing was written; `null` when it was. */
async function tryToWrite(
  stores: Pick<Stores, 'profiles' | 'notices' | 'profilesFile'>,
  change: TeamChange,
): Promise<string | null> {
  const { profiles, profilesFile } = stores;
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const file = profilesFile.current();
    // What has been seen of it since is shown first: what must not be shown must not be written over either.
    if (file !== null) takeTeamFile(stores, file);
    const { teamFile, actions } = profiles.getState();
    if (file?.kind !== 'file' || teamFile === null || teamFile.problems.length > 0) {
      return `${teamFile?.name ?? 'The file of profiles'} cannot be written as it is now. Put it right first; your changes stay here.`;
    }
    const present = readProfilesText(file.text);
    const merged = mergeTeam(
      present.profiles.map(({ profile }) => profile),
      change,
    );
    if (merged.kind === 'conflict') {
      return `Not saved: “${merged.profile.name}” has changed in ${file.name} too. See both, and choose.`;
    }
    const text = withLineEndsOf(file.text, formatProfilesFile(merged.profiles, present.members));
    try {
      const answer = await profilesFile.save({ text, expectedRevision: file.revision });
      if (answer.kind === 'changed') continue;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return `Not saved to ${file.name}: ${error.message}`;
    }
    actions.setTeam(
      { ...teamFile, name: file.name },
      readProfilesText(text).profiles.map(({ profile }) => profile),
      change.puts.map(({ mine }) => mine),
    );
    return null;
  }
  return 'Not saved: the file of profiles keeps changing. Try again in a moment.';
}

/** Git on Windows may keep files with CRLF: a file that has them keeps them, so that its diff is the change. */
function withLineEndsOf(before: string, text: string): string {
  return before.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
}
