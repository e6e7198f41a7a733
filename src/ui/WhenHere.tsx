import { useLayoutEffect, useRef, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { holdKeys } from './holdKeys.ts';
import type { Part } from './onDemand.ts';

export interface WhenHereProps<Props> {
  readonly part: Part<ComponentType<Props>>;
  /** What the part shows has been opened. */
  readonly isOpen: boolean;
  /** Not opened after all: the person went on to something else, or the part did not come. */
  readonly onGiveUp: () => void;
  /** The button that opens and closes it. */
  readonly opener?: Element | null;
  readonly children: (Component: ComponentType<Props>) => ReactNode;
}

/**
 * Something that opens over the page (a menu, a dialog) and whose code comes when it is first opened. Until that is here,
 * what is typed waits for it, and a press elsewhere closes it as if it were open. What was opened once stays rendered.
 */
export function WhenHere<Props>({ part, isOpen, onGiveUp, opener = null, children }: WhenHereProps<Props>) {
  const [isUsed, setUsed] = useState(false);
  const giveUp = useRef(onGiveUp);
  useLayoutEffect(() => {
    giveUp.current = onGiveUp;
  });
  const Component = part.loaded();
  if (isOpen && Component !== null && !isUsed) setUsed(true);

  useLayoutEffect(() => {
    if (!isOpen || part.loaded() !== null) return undefined;
    const waiting = new AbortController();
    const { signal } = waiting;
    const keys = holdKeys();
    const onPointerDown = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && opener?.contains(target) === true)) giveUp.current();
    };
    addEventListener('pointerdown', onPointerDown, { capture: true, signal });
    const bring = async () => {
      try {
        await part.load();
        if (!signal.aborted) setUsed(true);
      } catch (error) {
        if (!signal.aborted) giveUp.current();
        reportError(error);
      }
      waiting.abort();
    };
    void bring();
    return () => {
      waiting.abort();
      keys.drop();
    };
  }, [part, isOpen, opener]);

  return isUsed && Component !== null ? children(Component) : null;
}
