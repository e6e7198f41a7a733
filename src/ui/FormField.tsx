import { useId } from 'react';
import type { ReactNode } from 'react';

export interface FormFieldProps {
  readonly label: string;
  /** Renders the control with the id that the label names. */
  readonly children: (id: string) => ReactNode;
}

/** A control with its label above it. */
export function FormField({ label, children }: FormFieldProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-ink-soft">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
