import type { ProfileId } from '#domain/profile/profile.ts';
import { CLOSE_CODE } from '#domain/websocket/closeCode.ts';
import type { Stores } from '../stores/StoresContext.ts';

/** Stops an attempt, or begins the closing handshake of an open connection. */
export function endConnection({ connections }: Pick<Stores, 'connections'>, id: ProfileId): void {
  const { sessions, actions } = connections.getState();
  const phase = sessions[id]?.connection.phase.kind;
  if (phase === 'connecting') actions.cancel(id);
  if (phase === 'open') actions.disconnect(id, CLOSE_CODE.normal, '');
}
