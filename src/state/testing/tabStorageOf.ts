import type { TabStorage } from '../tabMemory.ts';

/** Stands in for `sessionStorage`. */
export function tabStorageOf(items: Map<string, string>): TabStorage {
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}
