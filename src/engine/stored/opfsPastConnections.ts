import type { PastConnection } from '#domain/connection/pastConnection.ts';
import type { PastConnections } from '../engineClient.ts';
import { lockName } from './logLock.ts';
import { FORGET_CHANNEL } from './forgetChannel.ts';
import { findOpfsLogs, removeOpfsLog } from './opfsLogs.ts';
import type { DeviceFiles, OpfsLog } from './opfsLogs.ts';

/**
 * The past connections of this device, for the page. `onFreed` is told when a log that was being written at the time of a
 * list is so no more: right after a reload, the worker of the page before may take a moment to end.
 */
export function createOpfsPastConnections(files: DeviceFiles, onFreed: () => void): PastConnections {
  const awaited = new Set<string>();

  function awaitFreed(id: string): void {
    if (awaited.has(id)) return;
    awaited.add(id);
    const freed = () => {
      awaited.delete(id);
      onFreed();
    };
    // Shared, so that tabs that wait for the same log do not wait for one another. Without locks there is no such wait.
    files.locks.request(lockName(id), { mode: 'shared' }, () => {}).then(freed, () => {});
  }

  return {
    async list() {
      const logs = await findOpfsLogs(files);
      for (const { id, isInUse } of logs) if (isInUse) awaitFreed(id);
      return logs.flatMap((log) => pastConnectionOf(log) ?? []).reverse();
    },

    remove: (id) => removeOpfsLog(files.storage, id),

    async removeAll() {
      const logs = await findOpfsLogs(files);
      const idle = logs.filter(({ isInUse }) => !isInUse);
      await Promise.all(idle.map(({ id }) => removeOpfsLog(files.storage, id)));
      const channel = new BroadcastChannel(FORGET_CHANNEL);
      channel.postMessage(null);
      channel.close();
    },
  };
}

/** `null` for a log that is being written, and for one that never got as far as to say whose it is. */
function pastConnectionOf({ id, isInUse, bytes, writtenAt, about }: OpfsLog): PastConnection | null {
  if (isInUse || about === null) return null;
  const { profileId, startedAt, connections, endedAt, ending, importedFrom = null } = about;
  const end = endedAt === null || ending === null ? null : { at: endedAt, text: ending };
  return { id, profileId, startedAt, writtenAt, end, connections, bytes, importedFrom };
}
