import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Direction } from '#domain/transcript/entry.ts';

export function DirectionMark({ direction }: { readonly direction: Direction }) {
  return direction === 'sent' ? (
    <ArrowUp aria-hidden className="size-3.5 text-sent" />
  ) : (
    <ArrowDown aria-hidden className="size-3.5 text-accent" />
  );
}
