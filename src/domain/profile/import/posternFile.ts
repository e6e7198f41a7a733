import { isProfilesFile, parseProfilesFile } from '../file/parseProfilesFile.ts';
import type { ImportFormat } from './importFormat.ts';
import type { ImportSource } from './requestDraft.ts';

/** What Postern itself writes into a file. */
export const posternFile: ImportFormat = {
  name: 'Postern profiles',
  recognise: isProfilesFile,
  read: readProfiles,
};

function readProfiles(document: unknown): ImportSource {
  const { profiles, environments, problems } = parseProfilesFile(document);
  const leftBehind = problems.map(({ path, message }) => ({ place: path, reason: message }));
  return {
    requests: [],
    environments: [],
    profiles,
    ownEnvironments: environments,
    leftBehind,
    notice: null,
  };
}
