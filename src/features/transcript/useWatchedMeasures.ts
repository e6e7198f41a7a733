import { useEffect } from 'react';
import type { ProfileId } from '#domain/profile/profile.ts';
import type { Session } from '#state/connectionsStore.ts';
import { useConnections, useSession } from '../stores/useStores.ts';

/** The measures of the log that is shown. The engine tells them while this is on a page that is in sight. */
export function useWatchedMeasures(profileId: ProfileId): Session['measures'] {
  const { watchMeasures } = useConnections((state) => state.actions);
  useEffect(() => {
    const watch = () => watchMeasures(profileId, document.visibilityState === 'visible');
    watch();
    document.addEventListener('visibilitychange', watch);
    return () => {
      document.removeEventListener('visibilitychange', watch);
      watchMeasures(profileId, false);
    };
  }, [watchMeasures, profileId]);
  return useSession(profileId, (session) => session.measures);
}
