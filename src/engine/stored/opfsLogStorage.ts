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
        return createFolder(await logs.getDirectoryHandle(id, { create: true }), release);
      } catch (error) {
        release();
        throw error;
      }
    },

    async open(id) {
      const logs = await opfsLogsFolder(storage, { create: false });
      return createReadOnlyFolder(await logs.getDirectoryHandle(id));
    },

    async tidy(maxBytes) {
      // In order of their ids, which is the order of their beginnings.
      const logs = await findOpfsLogs({ storage, locks });
      let bytes = logs.reduce((sum, log) => sum + log.bytes, 0);
      for (const { id, isInUse, bytes: freed } of logs) {
        if (bytes <= maxBytes) return;
        if (isInUse) continue;
        // One after another: none goes that need not.
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

function createFolder(folder: FileSystemDirectoryHandle, close: () => void): LogFolder {
  return {
    close,
    list: () => listNames(folder),
    async openFile(name) {
      const file = await folder.getFileHandle(name, { create: true });
      return createFile(await file.createSyncAccessHandle());
    },
    removeFile: (name) => folder.removeEntry(name),
  };
}

/** Without access handles, which one tab alone can have: others may read the same log, and any may remove it. */
function createReadOnlyFolder(folder: FileSystemDirectoryHandle): LogFolder {
  const refuse = (): never => {
    throw new TypeError('A past log is not written.');
  };
  return {
    close: () => {},
    list: () => listNames(folder),
    async openFile(name) {
      const file = await (await folder.getFileHandle(name)).getFile();
      const reader = new FileReaderSync();
      return {
        size: () => file.size,
        read(target, offset) {
          const part = file.slice(offset, offset + target.byteLength);
          const bytes = new Uint8Array(reader.readAsArrayBuffer(part));
          target.set(bytes);
          return bytes.byteLength;
        },
        write: refuse,
        truncate: refuse,
        close: () => {},
      };
    },
    removeFile: refuse,
  };
}

async function listNames(folder: FileSystemDirectoryHandle): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names.sort();
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
