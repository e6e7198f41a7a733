import type { Profile, ProfileId } from '#domain/profile/profile.ts';
import { teamId } from '#domain/profile/team/teamProfile.ts';
import { newId } from '../../stores/newId.ts';
import type { Stores } from '../../stores/StoresContext.ts';
import { endConnection } from '../endConnection.ts';
import { lostSecrets } from '../lostSecrets.ts';
import { writeTeamFile } from './writeTeamFile.ts';

type TeamStores = Pick<Stores, 'profiles' | 'notices' | 'profilesFile'>;

/** Writes the draft into the file. `over` is what it may take the place of: what it was made from, unless that is said. */
export async function saveToTeam(stores: TeamStores, id: ProfileId, over?: Profile | null): Promise<void> {
  const { drafts, team, teamBases } = stores.profiles.getState();
  const mine = drafts[id];
  if (mine === undefined) return;
  const base = over === undefined ? (teamBases[id] ?? team[id] ?? null) : over;
  await writeTeamFile(stores, { puts: [{ mine, base }], removes: [] });
}

/**
 * Renaming and moving are no edits to save: they are written at once, and the draft goes along. Where the file has changed
 * under a draft, they wait in it for what the person chooses: written now, they would pass for that choice.
 */
export async function changeInTeam(
  stores: TeamStores,
  id: ProfileId,
  fields: Partial<Pick<Profile, 'name' | 'folder'>>,
): Promise<void> {
  const { team, teamBases, actions } = stores.profiles.getState();
  const base = team[id];
  if (base !== undefined && !(id in teamBases)) {
    const isWritten = await writeTeamFile(stores, {
      puts: [{ mine: { ...base, ...fields }, base }],
      removes: [],
    });
    if (!isWritten) return;
  }
  if (id in stores.profiles.getState().drafts) actions.edit(id, (draft) => ({ ...draft, ...fields }));
}

/** Deletes a profile from the file, and ends its connection; a notice offers to undo it. */
export async function removeFromTeam(
  stores: TeamStores & Pick<Stores, 'connections' | 'reconnections'>,
  id: ProfileId,
): Promise<void> {
  const { team, drafts, teamBases, teamFile, actions } = stores.profiles.getState();
  const profile = team[id];
  const draft = drafts[id];
  const base = teamBases[id];
  if (profile !== undefined) {
    if (!(await writeTeamFile(stores, { puts: [], removes: [profile] }))) return;
  }
  endConnection(stores, id);
  const { secrets } = stores.profiles.getState();
  actions.discard(id);
  const lost = lostSecrets(secrets, stores.profiles.getState().secrets);
  const { show } = stores.notices.getState().actions;
  show(`Deleted “${(draft ?? profile)?.name ?? ''}” from ${teamFile?.name ?? 'the file'}.`, {
    label: 'Undo',
    run: () => void putBack(),
  });

  async function putBack(): Promise<void> {
    if (profile !== undefined) {
      if (!(await writeTeamFile(stores, { puts: [{ mine: profile, base: null }], removes: [] }))) return;
    }
    for (const [secretId, value] of lost) actions.setSecret(secretId, value);
    if (draft !== undefined) actions.restoreDraft(draft, base);
    actions.select(id);
  }
}

/** Puts one of the person's own profiles into the file as it stands; its secrets stay here. A notice offers to undo it. */
export async function moveToTeam(
  stores: TeamStores & Pick<Stores, 'connections' | 'reconnections'>,
  own: Profile,
): Promise<void> {
  const { team, teamFile, actions } = stores.profiles.getState();
  // One that was imported from the file has the id that it has there.
  const id = teamId(own.id) in team ? teamId(newId()) : teamId(own.id);
  const isWritten = await writeTeamFile(stores, {
    puts: [{ mine: { ...own, id }, base: null }],
    removes: [],
  });
  if (!isWritten) return;
  endConnection(stores, own.id);
  actions.remove([own.id]);
  const { deleted } = stores.profiles.getState();
  actions.select(id);
  const { show } = stores.notices.getState().actions;
  show(`Moved “${own.name}” to ${teamFile?.name ?? 'the file'}, without its secrets.`, {
    label: 'Undo',
    run: () => void takeBack(),
  });

  async function takeBack(): Promise<void> {
    const moved = stores.profiles.getState().team[id];
    if (stores.profiles.getState().deleted !== deleted) {
      show('Another profile was deleted since. Copy this one to your profiles instead.');
      return;
    }
    if (moved !== undefined && !(await writeTeamFile(stores, { puts: [], removes: [moved] }))) return;
    actions.undoRemove();
  }
}
