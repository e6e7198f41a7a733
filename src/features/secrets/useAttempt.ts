import { useEffect, useRef, useState } from 'react';

export interface Attempt {
  readonly isUnderWay: boolean;
  /** Why the last one failed. */
  readonly error: Error | null;
  /** True when it succeeded. `signal` is aborted once nobody waits for it any more. */
  readonly make: (act: (signal: AbortSignal) => Promise<void>) => Promise<boolean>;
  readonly clear: () => void;
}

/**
 * Something that takes a while and can fail, such as what is done with a passphrase. Who closes what asked for it has thought
 * better of it.
 */
export function useAttempt(): Attempt {
  const [isUnderWay, setUnderWay] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const latest = useRef<AbortController | null>(null);
  useEffect(() => () => latest.current?.abort(), []);
  return {
    isUnderWay,
    error,
    async make(act) {
      const { signal } = (latest.current = new AbortController());
      setUnderWay(true);
      setError(null);
      try {
        await act(signal);
        return true;
      } catch (failure) {
        setError(failure instanceof Error ? failure : new Error(String(failure)));
        return false;
      } finally {
        setUnderWay(false);
      }
    },
    clear: () => setError(null),
  };
}
