/** Closing has so long, ms, before the process ends as it is: Ctrl-C has to feel immediate. */
const CLOSE_LIMIT_MS = 1_000;

/**
 * Ends the process when it is asked to (Ctrl-C, `kill`, a closed terminal), after `close`. Asked twice it ends at once:
 * npm passes on the Ctrl-C that the terminal has sent to this process already, and people press it again.
 */
export function closeWhenStopped(close: () => Promise<void>): void {
  let isClosing = false;
  const stop = () => {
    if (isClosing) process.exit(0);
    isClosing = true;
    setTimeout(() => process.exit(0), CLOSE_LIMIT_MS).unref();
    void close().finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}
