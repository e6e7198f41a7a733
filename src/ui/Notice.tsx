import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';

export type NoticeTone = 'info' | 'good' | 'warn' | 'bad';

const LOOKS = {
  info: { icon: Info, box: 'bg-accent-soft', mark: 'text-accent' },
  good: { icon: CircleCheck, box: 'bg-good-soft', mark: 'text-good' },
  warn: { icon: TriangleAlert, box: 'bg-warn-soft', mark: 'text-warn' },
  bad: { icon: CircleAlert, box: 'bg-bad-soft', mark: 'text-bad' },
} as const;

export interface NoticeProps {
  readonly tone: NoticeTone;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  readonly className?: string;
  readonly id?: string;
}

/** A sentence in place, with its colour, its icon, and what can be done about it. */
export function Notice({ tone, children, action, className, id }: NoticeProps) {
  const { icon: Icon, box, mark } = LOOKS[tone];
  return (
    <div
      id={id}
      className={classNames(
        'flex items-start gap-2 rounded-md px-2.5 py-1.5 text-xs text-ink',
        box,
        className,
      )}
    >
      <Icon aria-hidden className={classNames('mt-0.5 size-3.5 shrink-0', mark)} />
      <div className="min-w-0 flex-1 wrap-anywhere">{children}</div>
      {action}
    </div>
  );
}
