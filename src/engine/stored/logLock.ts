const LOCK_PREFIX = 'postern.log.';

/** The name of the Web Lock that a worker holds while it writes a log. */
export function lockName(logId: string): string {
  return `${LOCK_PREFIX}${logId}`;
}

/** The logs that workers of any tab write now. */
export async function findLogsInUse(locks: LockManager): Promise<ReadonlySet<string>> {
  const { held = [] } = await locks.query();
  // Those that only wait for the end of a log share its lock for a moment.
  const writers = held.filter(({ mode }) => mode === 'exclusive');
  const names = writers.map(({ name }) => name ?? '').filter((name) => name.startsWith(LOCK_PREFIX));
  return new Set(names.map((name) => name.slice(LOCK_PREFIX.length)));
}
