import type { ProfileId } from '#domain/profile/profile.ts';
import type { Stores } from './StoresContext.ts';

/** Gives up the attempt that is under way, or the one that is waited for. */
export function cancelAttempt(
  { connections, reconnections }: Pick<Stores, 'connections' | 'reconnections'>,
  id: ProfileId,
): void {
  reconnections.getState().actions.cancel(id);
  const { sessions, actions } = connections.getState();
  if (sessions[id]?.connection.phase.kind === 'connecting') actions.cancel(id);
}
