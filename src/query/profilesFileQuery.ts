import { queryOptions } from '@tanstack/react-query';
import { API_PATHS } from '#wire/companionApi.ts';
import type { ProfilesFileAnswer } from '#wire/companionApi.ts';
import { parseProfilesFileAnswer } from '#wire/parseCompanionApi.ts';
import { callCompanion } from './callCompanion.ts';

/** What the companion says of the team's file: `none` where it was started without one. */
export type ProfilesFileState = Exclude<ProfilesFileAnswer, { kind: 'unchanged' }>;

/** How often a page that is looked at asks whether the file has changed, ms: a change shows while one looks back at it. */
const POLL_MS = 2_000;

const PROFILES_FILE_KEY = ['companion', 'profiles-file'] as const;

/** The file of profiles that the companion was started with. */
export function profilesFileQuery() {
  return queryOptions({
    queryKey: PROFILES_FILE_KEY,
    async queryFn({ signal, client }): Promise<ProfilesFileState> {
      const before = client.getQueryData<ProfilesFileState>(PROFILES_FILE_KEY);
      const known = before?.kind === 'file' ? `?known=${before.revision}` : '';
      const path = `${API_PATHS.profilesFile}${known}`;
      const answer = await callCompanion({ path, parse: parseProfilesFileAnswer, signal });
      if (answer.kind !== 'unchanged') return answer;
      return before ?? { kind: 'none' };
    },
    refetchInterval: ({ state }) => (state.data?.kind === 'none' ? false : POLL_MS),
    retry: false,
    networkMode: 'always',
  });
}
