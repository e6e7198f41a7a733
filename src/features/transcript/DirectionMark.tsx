import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Direction } from '#domain/transcript/entry.ts';

/** Made once: in a stream the log draws dozens of these at every step, and React passes over what is the same. */
const MARKS: Readonly<Record<Direction, ReactElement>> = {
  sent: <ArrowUp aria-hidden className="size-3.5 text-sent" />,
  received: <ArrowDown aria-hidden className="size-3.5 text-accent" />,
};

export function DirectionMark({ direction }: { readonly direction: Direction }) {
  return MARKS[direction];
}
