import { useEffect, useState } from 'react';

/** What is over sooner needs no word about it, ms: a flash of progress only unsettles. */
export const PROGRESS_AFTER_MS = 300;
/** Who waits longer than this may want to do something else, ms. */
export const CANCEL_AFTER_MS = 1_000;

/** False for the first `ms` of the component's life, then true. */
export function useAfter(ms: number): boolean {
  const [isAfter, setAfter] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAfter(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return isAfter;
}
