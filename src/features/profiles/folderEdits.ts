import { movedFolder, splitFolder } from '#domain/profile/folderPath.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import type { Stores } from '../stores/StoresContext.ts';
import { ownProfiles } from './ownProfiles.ts';
import { removeOwn } from './removeProfile.ts';

type FolderStores = Pick<
  Stores,
  'profiles' | 'connections' | 'reconnections' | 'pastConnections' | 'notices'
>;

/** Gives a folder another path: what is in it goes along. A notice offers to undo it. */
export function moveFolder(stores: FolderStores, from: string, to: string): void {
  const { actions } = stores.profiles.getState();
  const moves = ownProfiles(stores.profiles.getState()).flatMap(({ id, folder }) => {
    const moved = movedFolder(folder, from, to);
    return moved === null || moved === folder ? [] : [{ id, folder, moved }];
  });
  if (moves.length === 0) return;
  actions.move(Object.fromEntries(moves.map(({ id, moved }) => [id, moved])));
  const place = splitFolder(to).join(' / ');
  const sentence =
    place === ''
      ? `Moved what was in “${nameOf(from)}” to the top level.`
      : `“${nameOf(from)}” is “${place}” now.`;
  stores.notices.getState().actions.show(sentence, {
    label: 'Undo',
    run() {
      const { saved, drafts } = stores.profiles.getState();
      // What was moved again since stays where it was put.
      const back = moves.filter(({ id, moved }) => (drafts[id] ?? saved[id])?.folder === moved);
      actions.move(Object.fromEntries(back.map(({ id, folder }) => [id, folder])));
    },
  });
}

/** Deletes the profiles in a folder and below, and so the folder. A notice offers to undo it. */
export function removeFolder(stores: FolderStores, folder: string): void {
  const ids = profilesIn(stores, folder);
  if (ids.length === 0) return;
  const profiles = ids.length === 1 ? 'the profile' : `the ${ids.length.toLocaleString('en')} profiles`;
  removeOwn(stores, ids, `Deleted “${nameOf(folder)}” and ${profiles} in it.`);
}

function profilesIn(stores: Pick<Stores, 'profiles'>, folder: string): readonly ProfileId[] {
  return ownProfiles(stores.profiles.getState())
    .filter((profile) => movedFolder(profile.folder, folder, '') !== null)
    .map(({ id }) => id);
}

function nameOf(folder: string): string {
  return splitFolder(folder).at(-1) ?? '';
}
