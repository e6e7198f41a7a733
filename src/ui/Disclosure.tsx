import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';

export interface DisclosureProps {
  readonly title: ReactNode;
  /** Beside the title, at the far end; pressed, it opens and closes too. */
  readonly aside?: ReactNode;
  /** A button at the far end. */
  readonly action?: ReactNode;
  readonly isInitiallyOpen?: boolean;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A section that opens and closes; the platform's `details`, so it is found by in-page search as well. */
export function Disclosure({
  title,
  aside,
  action,
  isInitiallyOpen = false,
  children,
  className,
}: DisclosureProps) {
  const details = (
    <details open={isInitiallyOpen} className={classNames('group', className)}>
      <summary className="flex min-h-7 list-none items-center gap-1.5 rounded px-1 text-xs font-medium hover:bg-hover [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-3.5 shrink-0 text-ink-soft transition-transform group-open:rotate-90"
        />
        <span className="min-w-0 flex-1 truncate">{title}</span>
        {aside}
      </summary>
      <div className="pt-1 pb-2 pl-[1.375rem]">{children}</div>
    </details>
  );
  if (action === undefined) return details;
  // Over the summary, not in it: a summary is a button itself, and what is in a button is no button to a screen reader.
  return (
    <div className="relative">
      {details}
      <div className="absolute top-0.5 right-1">{action}</div>
    </div>
  );
}
