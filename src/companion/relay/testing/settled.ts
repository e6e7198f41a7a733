import { setTimeout as wait } from 'node:timers/promises';

/** How long nothing may change for it to count as standing still, ms: hundreds of round trips on loopback. */
const STILL_MS = 200;

/** Resolves once `read` has given the same value, and not zero, for a while: the end of a flow that is held back. */
export async function settled(read: () => number): Promise<number> {
  for (let previous = read(); ;) {
    // oxlint-disable-next-line no-await-in-loop -- a flow that stands still gives no sign
    await wait(STILL_MS);
    const current = read();
    if (current > 0 && current === previous) return current;
    previous = current;
  }
}
