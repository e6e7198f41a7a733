import type { ApiError } from '#query/apiError.ts';
import type { ProfilesFile } from '#query/createProfilesFile.ts';
import type { ProfilesFileState } from '#query/profilesFileQuery.ts';
import { createTestStores } from '../../testing/createTestStores.ts';
import { takeTeamFile } from '../takeTeamFile.ts';

/** Stands in for the companion: a text, and the revision that the page knows. */
export interface TeamDisk extends ProfilesFile {
  text: string;
  known: ProfilesFileState;
  failure: ApiError | null;
  /** What somebody else makes of the file just before the page writes. */
  meanwhile: string | null;
}

export const fileOf = (content: string): ProfilesFileState & { kind: 'file' } => ({
  kind: 'file',
  name: 'team.json',
  text: content,
  revision: content,
});

export function createTeamDisk(content: string): TeamDisk {
  const disk: TeamDisk = {
    text: content,
    known: fileOf(content),
    failure: null,
    meanwhile: null,
    current: () => disk.known,
    save({ text: wanted, expectedRevision }) {
      if (disk.failure !== null) return Promise.reject(disk.failure);
      if (disk.meanwhile !== null) disk.text = disk.meanwhile;
      disk.meanwhile = null;
      if (disk.text !== expectedRevision) {
        disk.known = fileOf(disk.text);
        const file = { name: 'team.json', text: disk.text, revision: disk.text };
        return Promise.resolve({ kind: 'changed', file });
      }
      disk.text = wanted;
      disk.known = fileOf(disk.text);
      return Promise.resolve({ kind: 'saved', revision: disk.text });
    },
  };
  return disk;
}

/** A page that shows the file. */
export function openTeamPage(disk: TeamDisk) {
  const stores = { ...createTestStores(), profilesFile: disk };
  takeTeamFile(stores, disk.known);
  return { ...stores, state: () => stores.profiles.getState(), ...stores.profiles.getState().actions };
}
