import type { PastConnection } from '#domain/connection/pastConnection.ts';
import type { PastConnections } from '../engineClient.ts';
import { FORGET_CHANNEL } from './forgetChannel.ts';
import { findOpfsLogs, removeOpfsLog } from './opfsLogs.ts';
import type { DeviceFiles, OpfsLog } from './opfsLogs.ts';

/** The past connections of this device, for the page. */
export function createOpfsPastConnections(files: DeviceFiles): PastConnections {
  return {
    async list() {
      const logs = await findOpfsLogs(files);
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
  const { profileId, startedAt, connections, endedAt, ending } = about;
  const end = endedAt === null || ending === null ? null : { at: endedAt, text: ending };
  return { id, profileId, startedAt, writtenAt, end, connections, bytes };
}
