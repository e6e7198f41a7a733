import type { ComponentProps } from 'react';
import { classNames } from './classNames.ts';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: ButtonVariant;
  readonly size?: 'medium' | 'small';
}

type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary: 'bg-accent text-on-accent font-medium hover:bg-accent-strong',
  secondary: 'border border-control/60 bg-surface text-ink hover:bg-hover',
  quiet: 'text-ink-soft hover:bg-hover hover:text-ink',
  danger: 'border border-bad/60 bg-surface text-bad font-medium hover:bg-bad-soft',
};

export function Button({
  variant = 'secondary',
  size = 'medium',
  className,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={classNames(
        'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md whitespace-nowrap transition-colors',
        'disabled:pointer-events-none disabled:opacity-45 aria-disabled:opacity-45',
        size === 'medium' ? 'h-8 px-3' : 'h-6 px-2 text-xs',
        VARIANTS[variant],
        className,
      )}
      {...rest}
    />
  );
}
