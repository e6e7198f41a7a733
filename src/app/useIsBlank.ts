import type { Profile } from '#domain/profile/profile.ts';
import { useConnections } from '#features/stores/useStores.ts';

/** True for a profile that has neither a URL nor a history: there is nothing to show of it but how to begin. */
export function useIsBlank(profile: Profile): boolean {
  const hasSession = useConnections(({ sessions: { [profile.id]: session } }) => {
    return session !== undefined && (session.request !== null || session.past !== null);
  });
  return profile.url === '' && !hasSession;
}
