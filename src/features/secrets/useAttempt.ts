import { useState } from 'react';

export interface Attempt {
  readonly isUnderWay: boolean;
  /** Why the last one failed, in a sentence. */
  readonly problem: string | null;
  /** True when it succeeded. */
  readonly make: (act: () => Promise<void>) => Promise<boolean>;
  readonly clear: () => void;
}

/** Something that takes a while and can fail, such as what is done with a passphrase. */
export function useAttempt(): Attempt {
  const [isUnderWay, setUnderWay] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  return {
    isUnderWay,
    problem,
    async make(act) {
      setUnderWay(true);
      setProblem(null);
      try {
        await act();
        return true;
      } catch (error) {
        setProblem(error instanceof Error ? error.message : String(error));
        return false;
      } finally {
        setUnderWay(false);
      }
    },
    clear: () => setProblem(null),
  };
}
