import type { ComponentProps } from 'react';
import { classNames } from './classNames.ts';

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'type' | 'onChange' | 'value'> {
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  /** Shows dots for glyphs; the field stays a text field. */
  readonly isMasked?: boolean;
  readonly isInvalid?: boolean;
  /** `bare` has no border of its own, for table cells. */
  readonly look?: 'field' | 'bare';
}

export function TextField({
  value,
  onValueChange,
  isMasked = false,
  isInvalid = false,
  look = 'field',
  className,
  ...rest
}: TextFieldProps) {
  return (
    <input
      type="text"
      autoComplete="off"
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      value={value}
      onChange={(event) => onValueChange(event.target.value)}
      aria-invalid={isInvalid || undefined}
      className={classNames(
        'min-w-0 bg-transparent text-ellipsis text-ink',
        look === 'field'
          ? 'h-8 rounded-md border border-control/60 bg-surface px-2.5 hover:border-control'
          : 'h-7 w-full rounded px-2 focus-visible:-outline-offset-2',
        isInvalid && (look === 'field' ? 'border-bad hover:border-bad' : 'text-bad'),
        isMasked && 'masked',
        className,
      )}
      {...rest}
    />
  );
}
