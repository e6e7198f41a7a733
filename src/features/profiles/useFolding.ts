import { deviceStorage } from '#ui/deviceStorage.ts';
import { useCallback, useState } from 'react';
import { readFolding, writeFolding } from './folding.ts';
import type { Folding } from './profileRows.ts';

/** Which folders are open, remembered on the device. */
export function useFolding(): readonly [Folding, (key: string, isOpen: boolean) => void] {
  const [folding, setFolding] = useState(() => readFolding(deviceStorage));
  const fold = useCallback((key: string, isOpen: boolean) => {
    // Another tab may have folded something meanwhile.
    const next = { ...readFolding(deviceStorage), [key]: isOpen };
    writeFolding(deviceStorage, next);
    setFolding(next);
  }, []);
  return [folding, fold];
}
