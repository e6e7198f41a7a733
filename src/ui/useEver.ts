import { useState } from 'react';

/** Whether `value` is or has ever been true: what was rendered once stays, and can end what it began. */
export function useEver(value: boolean): boolean {
  const [isEver, setEver] = useState(value);
  if (value && !isEver) setEver(true);
  return isEver || value;
}
