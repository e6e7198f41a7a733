import { useImperativeHandle } from 'react';
import type { Ref } from 'react';

export interface ElementOfProps {
  readonly element: HTMLElement;
  readonly ref?: Ref<HTMLElement>;
}

/**
 * Stands in for an element that is on the page already: for primitives that want to render the trigger they belong to,
 * when the trigger was there before them.
 */
export function ElementOf({ element, ref }: ElementOfProps) {
  useImperativeHandle(ref, () => element, [element]);
  return null;
}
