import { useSyncExternalStore } from 'react';

/** How often a shown clock moves, ms: it shows seconds. */
const TICK_MS = 1_000;

/** The time, ms since the epoch, to the second; the view renders anew with each. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, readSecond);
}

function subscribe(onTick: () => void): () => void {
  const timer = setInterval(onTick, TICK_MS);
  return () => clearInterval(timer);
}

function readSecond(): number {
  return Math.floor(Date.now() / TICK_MS) * TICK_MS;
}
