import type { Duplex } from 'node:stream';
import type { Clock } from '../clock.ts';

/** When something between client and backend gives up on a connection: it drops the TCP flow, and no Close frame is sent. */
export interface CutLimits {
  /** Without a byte in either direction. */
  readonly idleMs?: number;
  /** However busy it is. */
  readonly lifetimeMs?: number;
}

/** Watches two joined sockets, and destroys both when a limit is reached. */
export function cutWhenDue(client: Duplex, backend: Duplex, limits: CutLimits, clock: Clock): void {
  const { idleMs, lifetimeMs } = limits;
  const cut = () => {
    client.destroy();
    backend.destroy();
  };
  let cancelIdle = () => {};
  const stayActive = () => {
    if (idleMs === undefined) return;
    cancelIdle();
    cancelIdle = clock.schedule(idleMs, cut);
  };
  const cancelLifetime = lifetimeMs === undefined ? () => {} : clock.schedule(lifetimeMs, cut);
  stayActive();
  for (const socket of [client, backend]) socket.on('data', stayActive);
  client.once('close', () => {
    cancelIdle();
    cancelLifetime();
  });
}
