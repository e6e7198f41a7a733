import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';

export interface CheckboxProps {
  readonly isChecked: boolean;
  readonly onCheckedChange: (isChecked: boolean) => void;
  /** Shown beside the box; or, with `isLabelHidden`, only the accessible name. */
  readonly label: ReactNode;
  readonly isLabelHidden?: boolean;
  readonly isDisabled?: boolean;
  /** The id of a note on it. */
  readonly describedBy?: string | undefined;
  readonly className?: string;
}

export function Checkbox({
  isChecked,
  onCheckedChange,
  label,
  isLabelHidden = false,
  isDisabled,
  describedBy,
  className,
}: CheckboxProps) {
  return (
    <label className={classNames('inline-flex items-center gap-2', className)}>
      <input
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        aria-describedby={describedBy}
        onChange={(event) => onCheckedChange(event.target.checked)}
        className="size-3.5 shrink-0 accent-accent"
      />
      <span className={isLabelHidden ? 'sr-only' : undefined}>{label}</span>
    </label>
  );
}
