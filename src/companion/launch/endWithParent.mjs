// @ts-check

/** How often to look, ms: an orphan that lives for half a second harms nobody. */
const INTERVAL_MS = 500;

/**
 * Ends this process when the shell that npm started it through has gone. A `kill` of npm ends that shell and does not
 * reach us; Ctrl-C does. Without npm this does nothing: then whoever started us may well leave before us.
 */
export function endWithParent() {
  const parent = process.ppid;
  // Windows does not hand orphans to another parent, so there would be nothing to see.
  if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    // To ourselves: everyone who listens for it cleans up, and `run` passes it on.
    process.kill(process.pid, 'SIGTERM');
  }, INTERVAL_MS);
  timer.unref();
}
