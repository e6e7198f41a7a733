import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './classNames.ts';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly isDisabled?: boolean;
}

export interface SelectProps<Value extends string> extends Omit<
  ComponentProps<'select'>,
  'value' | 'onChange'
> {
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly onValueChange: (value: Value) => void;
}

/** The platform's own select: its list, keys and type-ahead are what people know, and its role is `combobox`. */
export function Select<Value extends string>({
  value,
  options,
  onValueChange,
  className,
  ...rest
}: SelectProps<Value>) {
  return (
    <span className={classNames('relative inline-flex min-w-0 items-center', className)}>
      <select
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) onValueChange(chosen.value);
        }}
        className="h-8 w-full min-w-0 appearance-none truncate rounded-md border border-control/60 bg-surface pr-7 pl-2.5 text-ink hover:border-control"
        {...rest}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.isDisabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute right-2 size-3.5 text-ink-soft" />
    </span>
  );
}
