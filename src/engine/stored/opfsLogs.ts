import { ABOUT_FILE, parseAbout } from './logAbout.ts';
import type { LogAbout } from './logAbout.ts';
import { findLogsInUse } from './logLock.ts';

/** What of a navigator is used, of a page or of a worker. */
export interface DeviceFiles {
  readonly storage: StorageManager;
  readonly locks: LockManager;
}

/** A log in the origin private file system. */
export interface OpfsLog {
  readonly id: string;
  /** A worker of some tab writes it now. */
  readonly isInUse: boolean;
  readonly bytes: number;
  /** When it was last written, ms since the epoch; 0 when it has no file. */
  readonly writtenAt: number;
  /** `null` when it does not say whose it is. */
  readonly about: LogAbout | null;
}

/** All logs have their folders in this one. */
const LOGS_FOLDER = 'logs';

export async function opfsLogsFolder(
  storage: StorageManager,
  options: FileSystemGetDirectoryOptions,
): Promise<FileSystemDirectoryHandle> {
  const root = await storage.getDirectory();
  return await root.getDirectoryHandle(LOGS_FOLDER, options);
}

/** Every log of this device, in order of their ids. */
export async function findOpfsLogs({ storage, locks }: DeviceFiles): Promise<readonly OpfsLog[]> {
  const folder = await opfsLogsFolder(storage, { create: true });
  const folders: FileSystemDirectoryHandle[] = [];
  for await (const handle of folder.values()) {
    if (handle.kind === 'directory') folders.push(handle);
  }
  // After the folders: a log that has just begun has its lock before its folder.
  const inUse = await findLogsInUse(locks);
  const logs = await Promise.all(folders.map((handle) => readLog(handle, inUse.has(handle.name))));
  return logs.sort((one, other) => (one.id < other.id ? -1 : 1));
}

export async function removeOpfsLog(storage: StorageManager, id: string): Promise<void> {
  const folder = await opfsLogsFolder(storage, { create: false });
  await folder.removeEntry(id, { recursive: true });
}

async function readLog(folder: FileSystemDirectoryHandle, isInUse: boolean): Promise<OpfsLog> {
  let bytes = 0;
  let writtenAt = 0;
  let about: LogAbout | null = null;
  for await (const handle of folder.values()) {
    if (handle.kind !== 'file') continue;
    const file = await handle.getFile();
    bytes += file.size;
    writtenAt = Math.max(writtenAt, file.lastModified);
    if (handle.name === ABOUT_FILE) about = parseAbout(await file.text());
  }
  return { id: folder.name, isInUse, bytes, writtenAt, about };
}
