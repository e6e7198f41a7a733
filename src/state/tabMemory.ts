/** What of `sessionStorage` is used. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * One value that outlives a reload of this tab, kept at once: for the work of a page that goes. The device's storage takes its
 * time, and of a page that has gone it drops whatever waits for its turn: Chromium aborts a transaction of IndexedDB that
 * has not begun, committed or not.
 */
export interface TabMemory {
  /** `null` for nothing. What the browser does not take is lost. */
  readonly keep: (value: object | null) => void;
  /** What was kept last, which is gone from there; `null` for nothing. */
  readonly take: () => unknown;
}

export const NO_TAB_MEMORY: TabMemory = { keep: () => {}, take: () => null };

export function createTabMemory(open: () => TabStorage, key: string): TabMemory {
  return {
    keep(value) {
      try {
        // What does not fit leaves nothing, rather than what is older.
        open().removeItem(key);
        if (value !== null) open().setItem(key, JSON.stringify(value));
      } catch {
        // Blocked or full: as without it.
      }
    },
    take() {
      try {
        const text = open().getItem(key);
        open().removeItem(key);
        return text === null ? null : (JSON.parse(text) as unknown);
      } catch {
        return null;
      }
    },
  };
}
