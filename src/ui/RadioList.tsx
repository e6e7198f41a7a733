import { useId } from 'react';

export interface RadioListProps<Value extends string> {
  /** The accessible name of the group. */
  readonly label: string;
  readonly value: Value;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    /** What it means, in a sentence under it. */
    readonly note: string;
  }[];
  readonly onValueChange: (value: Value) => void;
}

/** One choice of a few that need a word of explanation each. Real radio buttons: arrow keys move between them. */
export function RadioList<Value extends string>({
  label,
  value,
  options,
  onValueChange,
}: RadioListProps<Value>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className="flex flex-col gap-1.5">
      {options.map((option) => (
        <div key={option.value} className="flex flex-col">
          <label className="inline-flex items-center gap-2 self-start">
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              aria-describedby={`${name}${option.value}`}
              onChange={() => onValueChange(option.value)}
              className="size-3.5 shrink-0 accent-accent"
            />
            {option.label}
          </label>
          <p id={`${name}${option.value}`} className="pl-5.5 text-xs text-ink-soft">
            {option.note}
          </p>
        </div>
      ))}
    </div>
  );
}
