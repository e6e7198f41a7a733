import type { ProfileId } from '#domain/profile/profile.ts';
import { CLOSE_CODE } from '#domain/websocket/closeCode.ts';
import { cancelAttempt } from '../stores/cancelAttempt.ts';
import type { Stores } from '../stores/StoresContext.ts';

/** Stops an attempt, also one that is waited for, or begins the closing handshake of an open connection. */
export function endConnection(stores: Pick<Stores, 'connections' | 'reconnections'>, id: ProfileId): void {
  const { sessions, actions } = stores.connections.getState();
  if (sessions[id]?.connection.phase.kind === 'open') actions.disconnect(id, CLOSE_CODE.normal, '');
  else cancelAttempt(stores, id);
}
