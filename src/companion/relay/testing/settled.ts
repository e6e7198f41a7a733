import { setTimeout as wait } from 'node:timers/promises';

/** Between two looks, ms: dozens of round trips on loopback. */
const LOOK_MS = 20;
/**
 * How many looks in a row have to find the same. Counted in looks, not in time: while a busy machine lets the process
 * stand, nothing flows either, and that is one look.
 */
const STILL_LOOKS = 10;

/** Resolves once `read` has given the same value, and not zero, for a while: the end of a flow that is held back. */
export async function settled(read: () => number): Promise<number> {
  let value = read();
  for (let looks = 0; looks < STILL_LOOKS;) {
    // A flow that stands still gives no sign.
    await wait(LOOK_MS);
    const current = read();
    looks = current > 0 && current === value ? looks + 1 : 0;
    value = current;
  }
  return value;
}
