import type { AnnotationContext } from '#domain/gateway/annotate.ts';
import { effectiveGateway } from '#domain/profile/effectiveGateway.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { selectProfile } from '#state/profilesStore.ts';
import { useProfiles, useSession } from '../stores/useStores.ts';

/** Whose messages the log of a profile may hold. */
export function useAnnotationContext(profileId: ProfileId): AnnotationContext {
  const gateway = useProfiles((state) => {
    const profile = selectProfile(state, profileId);
    return profile === null ? 'generic' : effectiveGateway(profile);
  });
  const subprotocol = useSession(profileId, ({ connection: { record } }) =>
    record?.outcome?.kind === 'open' ? record.outcome.subprotocol : null,
  );
  return { gateway, subprotocol };
}
