import type { ComponentProps } from 'react';
import { classNames } from './classNames.ts';

export interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'onChange' | 'value'> {
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly isMasked?: boolean;
  readonly isInvalid?: boolean;
}

export function TextArea({
  value,
  onValueChange,
  isMasked = false,
  isInvalid = false,
  className,
  ...rest
}: TextAreaProps) {
  return (
    <textarea
      autoComplete="off"
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      value={value}
      onChange={(event) => onValueChange(event.target.value)}
      aria-invalid={isInvalid || undefined}
      className={classNames(
        'w-full min-w-0 resize-none rounded-md border bg-surface px-2.5 py-1.5 font-mono text-xs text-ink',
        isInvalid ? 'border-bad' : 'border-control/60 hover:border-control',
        isMasked && 'masked',
        className,
      )}
      {...rest}
    />
  );
}
