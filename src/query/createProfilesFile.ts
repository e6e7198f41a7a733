import type { QueryClient } from '@tanstack/react-query';
import { API_PATHS } from '#wire/companionApi.ts';
import type { ProfilesFileSave, ProfilesFileSaveAnswer } from '#wire/companionApi.ts';
import { parseProfilesFileSaveAnswer } from '#wire/parseCompanionApi.ts';
import { callCompanion } from './callCompanion.ts';
import { profilesFileQuery } from './profilesFileQuery.ts';
import type { ProfilesFileState } from './profilesFileQuery.ts';

/** The team's file as the page last read or wrote it. */
export interface ProfilesFile {
  /** `null` before the first answer. */
  readonly current: () => ProfilesFileState | null;
  /** Rejects with `ApiError`. Afterwards `current` is what was saved, or what somebody else has made of the file. */
  readonly save: (save: ProfilesFileSave) => Promise<ProfilesFileSaveAnswer>;
}

export function createProfilesFile(queryClient: QueryClient): ProfilesFile {
  const { queryKey } = profilesFileQuery();
  return {
    current: () => queryClient.getQueryData(queryKey) ?? null,

    async save(body) {
      const answer = await callCompanion({
        path: API_PATHS.saveProfilesFile,
        body,
        parse: parseProfilesFileSaveAnswer,
      });
      // A look that began before would put back what was there then.
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData<ProfilesFileState>(queryKey, (before) => {
        if (answer.kind === 'changed') return { kind: 'file', ...answer.file };
        if (before?.kind !== 'file') return before;
        return { ...before, text: body.text, revision: answer.revision };
      });
      return answer;
    },
  };
}
