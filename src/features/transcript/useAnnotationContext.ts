import { useMemo } from 'react';
import type { AnnotationContext } from '#domain/gateway/annotate.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { useGateway } from '../stores/filling.ts';
import { useSession } from '../stores/useStores.ts';

/** Whose messages the log of a profile may hold. The same one as long as nothing of it changes. */
export function useAnnotationContext(profileId: ProfileId): AnnotationContext {
  const gateway = useGateway(profileId);
  const subprotocol = useSession(profileId, ({ connection: { record } }) =>
    record?.outcome?.kind === 'open' ? record.outcome.subprotocol : null,
  );
  return useMemo(() => ({ gateway, subprotocol }), [gateway, subprotocol]);
}
