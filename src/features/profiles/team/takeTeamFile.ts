import { readProfilesText } from '#domain/profile/file/readProfilesText.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { isTeamId } from '#domain/profile/team/teamProfile.ts';
import type { ProfilesFileState } from '#query/profilesFileQuery.ts';
import type { ProfilesState, TeamFile } from '#state/profilesStore.ts';
import type { Stores } from '../../stores/StoresContext.ts';

/** Shows what the team's file says now, and says when that has changed the profile that is looked at. */
export function takeTeamFile(
  { profiles, notices }: Pick<Stores, 'profiles' | 'notices'>,
  file: ProfilesFileState,
): void {
  const before = profiles.getState();
  const { setTeam } = before.actions;
  if (file.kind === 'none') return setTeam(null, []);
  const { name } = file;
  if (file.kind === 'unreadable') {
    return setTeam(brokenFile(name, [{ path: '', message: file.message }]), null);
  }
  // Programs that write a file in two steps leave it empty for a moment: nothing goes for that.
  if (file.text.trim() === '' && Object.keys(before.team).length > 0) {
    return setTeam(brokenFile(name, [{ path: '', message: GONE }]), null);
  }
  const read = readProfilesText(file.text);
  if (read.problems.length > 0) return setTeam(brokenFile(name, read.problems), null);
  setTeam(
    { name, problems: [], environments: read.environments },
    read.profiles.map(({ profile }) => profile),
  );
  const said = changeOfShown(before, profiles.getState());
  if (said !== null) notices.getState().actions.show(said);
}

function brokenFile(name: string, problems: TeamFile['problems']): TeamFile {
  return { name, problems, environments: [] };
}

const GONE = 'It is gone, or empty. Reload the page to begin it anew with what you save.';

/** One that is edited here tells at its place that it has changed. */
function changeOfShown(before: ProfilesState, after: ProfilesState): string | null {
  const id = before.selectedId;
  if (id === null || !isTeamId(id) || id in after.drafts) return null;
  const [was, is]: readonly (Profile | undefined)[] = [before.team[id], after.team[id]];
  if (was === undefined || was === is) return null;
  const file = after.teamFile?.name ?? '';
  if (is === undefined) return `“${was.name}” was deleted in ${file}.`;
  // An edit that has become what the file says was saved here, or is the same there.
  return id in before.drafts ? null : `“${is.name}” is as it is in ${file} now: the file has changed.`;
}
