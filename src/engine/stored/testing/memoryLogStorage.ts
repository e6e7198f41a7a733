import type { LogFile, LogFolder, LogStorage } from '../logStorage.ts';

/** A storage of logs that lasts as long as the test, with the limits and accidents of a real one. */
export interface MemoryLogStorage extends LogStorage {
  /** Folders by id, their files by name. */
  readonly folders: Map<string, Map<string, Uint8Array>>;
  /** Bytes that may be stored in all. */
  quota: number;
}

export function createMemoryLogStorage(): MemoryLogStorage {
  const folders = new Map<string, Map<string, Uint8Array>>();
  const inUse = new Set<string>();

  function used(): number {
    let bytes = 0;
    for (const files of folders.values()) for (const file of files.values()) bytes += file.byteLength;
    return bytes;
  }

  function folderOf(id: string): LogFolder {
    const files = folders.get(id);
    if (files === undefined) throw new DOMException(`There is no folder ${id}.`, 'NotFoundError');
    return {
      list: () => Promise.resolve([...files.keys()].sort()),
      openFile(name) {
        if (!files.has(name)) files.set(name, new Uint8Array());
        return Promise.resolve(fileOf(files, name));
      },
      removeFile(name) {
        files.delete(name);
        return Promise.resolve();
      },
      close: () => void inUse.delete(id),
    };
  }

  function fileOf(files: Map<string, Uint8Array>, name: string): LogFile {
    let isClosed = false;
    const contents = (): Uint8Array => {
      const bytes = files.get(name);
      if (isClosed || bytes === undefined) throw new DOMException('The file is closed.', 'InvalidStateError');
      return bytes;
    };
    const resize = (size: number): Uint8Array => {
      const resized = new Uint8Array(size);
      resized.set(contents().subarray(0, size));
      files.set(name, resized);
      return resized;
    };
    return {
      size: () => contents().byteLength,
      read(target, offset) {
        const part = contents().subarray(offset, offset + target.byteLength);
        target.set(part);
        return part.byteLength;
      },
      write(bytes, offset) {
        const growth = Math.max(0, offset + bytes.byteLength - contents().byteLength);
        const room = Math.max(0, Math.min(growth, storage.quota - used()));
        // As a disk does it that fills up: what there is room for is written.
        const part = bytes.subarray(0, bytes.byteLength - (growth - room));
        const target = resize(Math.max(contents().byteLength, offset + part.byteLength));
        target.set(part, offset);
        if (room < growth) throw new DOMException('No room.', 'QuotaExceededError');
      },
      truncate: (size) => void resize(size),
      close() {
        isClosed = true;
      },
    };
  }

  const storage: MemoryLogStorage = {
    folders,
    quota: Number.POSITIVE_INFINITY,
    create(id) {
      folders.set(id, new Map());
      inUse.add(id);
      return Promise.resolve(folderOf(id));
    },
    open: (id) => Promise.resolve().then(() => folderOf(id)),
    tidy(maxBytes) {
      for (const id of [...folders.keys()].sort()) {
        if (used() <= maxBytes) break;
        if (!inUse.has(id)) folders.delete(id);
      }
      return Promise.resolve();
    },
  };
  return storage;
}
