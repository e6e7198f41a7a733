import type { ComponentProps } from 'react';
import { classNames } from '#ui/classNames.ts';

export interface RowButtonProps extends ComponentProps<'button'> {
  readonly label: string;
}

/** Plainer than an `IconButton`: two tooltips a row are too many for a thousand rows. */
export function RowButton({ label, className, onClick, ...rest }: RowButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.stopPropagation();
        onClick?.(event);
      }}
      className={classNames(
        'inline-flex size-6 shrink-0 items-center justify-center rounded-md hover:bg-raised disabled:opacity-40 [&_svg]:size-3.5',
        className ?? 'text-ink-soft hover:text-ink',
      )}
      {...rest}
    />
  );
}
