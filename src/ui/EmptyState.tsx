import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
}

/** Where a container with a size of its own has no room for more, the words alone stay. */
export function EmptyState({ icon, title, children }: EmptyStateProps) {
  return (
    <div className="flex h-full min-h-32 flex-col items-center justify-center gap-1.5 p-6 text-center text-xs text-ink-soft [@container(height<9rem)]:min-h-0 [@container(height<9rem)]:p-1">
      <span aria-hidden className="mb-1 [@container(height<9rem)]:hidden [&_svg]:size-6 [&_svg]:stroke-[1.5]">
        {icon}
      </span>
      <p className="text-sm font-medium text-ink">{title}</p>
      {children !== undefined && <div className="max-w-80 text-balance">{children}</div>}
    </div>
  );
}
