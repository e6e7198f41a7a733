import { useId } from 'react';
import { classNames } from './classNames.ts';

export interface SegmentedProps<Value extends string> {
  /** The accessible name of the group. */
  readonly label: string;
  /** One of no option is none of them. */
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onValueChange: (value: Value) => void;
  readonly className?: string;
}

/** One choice of a few, all in sight. Real radio buttons: arrow keys move between them. */
export function Segmented<Value extends string>({
  label,
  value,
  options,
  onValueChange,
  className,
}: SegmentedProps<Value>) {
  // Two groups of one label are two groups.
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={classNames('inline-flex shrink-0 rounded-md bg-sunken p-0.5', className)}
    >
      {options.map((option) => (
        <label
          key={option.value}
          className={classNames(
            'rounded px-2 py-0.5 text-xs has-focus-visible:outline-2 has-focus-visible:outline-accent',
            option.value === value ? 'bg-raised text-ink shadow-sm' : 'text-ink-soft hover:text-ink',
          )}
        >
          <input
            type="radio"
            className="sr-only"
            name={name}
            checked={option.value === value}
            onChange={() => onValueChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
