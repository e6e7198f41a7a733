import { useSyncExternalStore } from 'react';

/** How often a shown clock moves, ms: it shows seconds. */
const TICK_MS = 1_000;

/** The time, ms since the epoch, to the second; the view renders anew with each step. */
export function useNow(stepMs: number = TICK_MS): number {
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / stepMs) * stepMs);
}

function subscribe(onTick: () => void): () => void {
  const timer = setInterval(onTick, TICK_MS);
  return () => clearInterval(timer);
}
