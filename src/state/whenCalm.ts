import type { ConnectionsStore } from './connectionsStore.ts';

/** From so many entries a second on, a log takes what the machine has to give. */
const BUSY_PER_SECOND = 100;

/** Resolves when no log that is shown moves fast: what nobody waits for would take its time from what somebody watches. */
export function whenCalm(connections: ConnectionsStore): Promise<void> {
  return new Promise((resolve) => {
    const stop = connections.subscribe(look);
    look();

    function look(): void {
      const sessions = Object.values(connections.getState().sessions);
      if (sessions.some(({ summary }) => summary.ratePerSecond >= BUSY_PER_SECOND)) return;
      stop();
      resolve();
    }
  });
}
