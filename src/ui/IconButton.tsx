import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './classNames.ts';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  /** The accessible name, shown as a tooltip too (`showTooltips`). */
  readonly label: string;
  readonly icon: ReactNode;
  readonly size?: 'medium' | 'small';
}

export function IconButton({
  label,
  icon,
  size = 'medium',
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      data-tooltip={label}
      className={classNames(
        'inline-flex shrink-0 items-center justify-center rounded-md text-ink-soft transition-colors',
        'hover:bg-hover hover:text-ink disabled:pointer-events-none disabled:opacity-40',
        'aria-pressed:bg-accent-soft aria-pressed:text-accent',
        size === 'medium' ? 'size-8 [&_svg]:size-4' : 'size-6 [&_svg]:size-3.5',
        className,
      )}
      {...rest}
    >
      {icon}
    </button>
  );
}
