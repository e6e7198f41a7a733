/** How much of logs is held, in bytes. */
export interface RetentionBudgets {
  /** In memory, for each connection: what is past it is on disk only, or goes. */
  readonly memoryBytes: number;
  /** On this device, for each connection; 0 keeps nothing there. */
  readonly diskBytes: number;
  /** On this device, for the logs of all connections together. */
  readonly allLogsBytes: number;
}

const MEGABYTE = 1_000_000;

/**
 * A million messages of 200 bytes take 215 MB: they stay in memory. Ten times as many fit the disk, where they cost
 * memory nothing and a scan about a second each GB (performance.md section 2).
 */
export const DEFAULT_BUDGETS: RetentionBudgets = {
  memoryBytes: 256 * MEGABYTE,
  diskBytes: 2_000 * MEGABYTE,
  allLogsBytes: 8_000 * MEGABYTE,
};

/** Whether a log is kept on this device, so that it is found again. */
export type Keeping =
  /** As it comes in. */
  | 'kept'
  /** The browser gives no more room: the oldest entries make room for new ones. */
  | 'trimmed'
  /** The browser gives no room at all for what comes: it is in memory only. */
  | 'full'
  /** The browser lets the page store nothing. */
  | 'refused'
  /** The person wants nothing stored. */
  | 'off';

/** What of a transcript is where. */
export interface RetentionSummary {
  readonly keeping: Keeping;
  /** Entries that are on disk only. */
  readonly onDisk: number;
  /** The oldest entries, which have gone for good. */
  readonly gone: number;
  readonly memoryBytes: number;
  readonly diskBytes: number;
}

export const NOTHING_RETAINED: RetentionSummary = {
  keeping: 'kept',
  onDisk: 0,
  gone: 0,
  memoryBytes: 0,
  diskBytes: 0,
};
