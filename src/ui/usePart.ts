import { useEffect, useState } from 'react';
import type { Part } from './onDemand.ts';

/** Code that is no component; `null` until it is wanted and here. */
export function usePart<Code>(part: Part<Code>, isWanted: boolean): Code | null {
  const [, setHere] = useState(part.loaded() !== null);
  useEffect(() => {
    if (!isWanted || part.loaded() !== null) return undefined;
    let isWaiting = true;
    const bring = async () => {
      try {
        await part.load();
        if (isWaiting) setHere(true);
      } catch (error) {
        reportError(error);
      }
    };
    void bring();
    return () => {
      isWaiting = false;
    };
  }, [part, isWanted]);
  return isWanted ? part.loaded() : null;
}
