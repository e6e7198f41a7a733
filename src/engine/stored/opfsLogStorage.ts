import type { LogFile, LogFolder, LogStorage } from './logStorage.ts';
import { findOpfsLogs, opfsLogsFolder, removeOpfsLog } from './opfsLogs.ts';
import type { DeviceFiles } from './opfsLogs.ts';
import { lockName } from './logLock.ts';

/** The logs of this device in the origin private file system, for a worker: only there are files written at once. */
export function createOpfsLogStorage({ storage, locks }: DeviceFiles): LogStorage {
  return {
    async create(id) {
      // Held before the folder is there to be seen: whoever tidies leaves it alone.
      const release = await holdLock(locks, id);
      try {
        const logs = await opfsLogsFolder(storage, { create: true });
        return createFolder(await logs.getDirectoryHandle(id, { create: true }), release, 'readwrite');
      } catch (error) {
        release();
        throw error;
      }
    },

    async open(id) {
      const logs = await opfsLogsFolder(storage, { create: false });
      return createFolder(await logs.getDirectoryHandle(id), () => {}, 'read-only');
    },

    async tidy(maxBytes) {
      // In order of their ids, which is the order of their beginnings.
      const logs = await findOpfsLogs({ storage, locks });
      let bytes = logs.reduce((sum, log) => sum + log.bytes, 0);
      for (const { id, isInUse, bytes: freed } of logs) {
        if (bytes <= maxBytes) return;
        if (isInUse) continue;
        // One after another: none goes that need not.
        // oxlint-disable-next-line no-await-in-loop
        await removeOpfsLog(storage, id);
        bytes -= freed;
      }
    },
  };
}

/** Resolves, once the lock is held, with what lets go of it. The browser lets go of it too, when the worker ends. */
function holdLock(locks: LockManager, id: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const holding = locks.request(lockName(id), () => new Promise<void>((release) => resolve(release)));
    holding.catch(reject);
  });
}

/** Of the ways to open a file: `read-only` lets other tabs read it too. Browsers that know none take it for themselves. */
type OpenMode = 'readwrite' | 'read-only';

interface OpenableFile {
  readonly createSyncAccessHandle: (options: { mode: OpenMode }) => Promise<FileSystemSyncAccessHandle>;
}

function createFolder(folder: FileSystemDirectoryHandle, close: () => void, mode: OpenMode): LogFolder {
  return {
    close,
    async list() {
      const names: string[] = [];
      for await (const name of folder.keys()) names.push(name);
      return names.sort();
    },
    async openFile(name) {
      const file = await folder.getFileHandle(name, { create: mode === 'readwrite' });
      return createFile(await (file as OpenableFile).createSyncAccessHandle({ mode }));
    },
    removeFile: (name) => folder.removeEntry(name),
  };
}

function createFile(handle: FileSystemSyncAccessHandle): LogFile {
  return {
    size: () => handle.getSize(),
    read: (target, offset) => handle.read(target, { at: offset }),
    write(bytes, offset) {
      const written = handle.write(bytes, { at: offset });
      // Some browsers say by the count alone that there is no room.
      if (written < bytes.byteLength) throw new DOMException('No room for more.', 'QuotaExceededError');
    },
    truncate: (size) => handle.truncate(size),
    close: () => handle.close(),
  };
}
