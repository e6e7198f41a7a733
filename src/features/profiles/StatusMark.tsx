import { CircleDashed, CircleDot, CircleMinus, CircleX, LoaderCircle } from 'lucide-react';
import { classNames } from '#ui/classNames.ts';
import type { ProfileStatus } from './profileStatus.ts';

const MARKS = {
  connecting: { icon: LoaderCircle, colour: 'text-accent animate-spin' },
  open: { icon: CircleDot, colour: 'text-good fill-good/25' },
  closing: { icon: CircleDashed, colour: 'text-ink-soft' },
  failed: { icon: CircleX, colour: 'text-bad' },
  closed: { icon: CircleMinus, colour: 'text-ink-soft' },
} as const;

export interface StatusMarkProps {
  readonly status: ProfileStatus | null;
}

/** Colour and shape of a connection's status; the word stands in the accessible name of what it marks. */
export function StatusMark({ status }: StatusMarkProps) {
  if (status === null)
    return <span aria-hidden className="mx-[5px] size-1 shrink-0 rounded-full bg-control/60" />;
  const { icon: Icon, colour } = MARKS[status];
  return <Icon aria-hidden className={classNames('size-3.5 shrink-0 stroke-[2.25]', colour)} />;
}
