import { useId } from 'react';
import type { ReactNode } from 'react';
import { FieldNote } from './FieldNote.tsx';
import type { FieldNoteText } from './FieldNote.tsx';

/** What binds a control to its label and its note. */
export interface FormControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
}

export interface FormFieldProps {
  readonly label: string;
  readonly note?: FieldNoteText | null;
  readonly children: (control: FormControlProps) => ReactNode;
}

/** A control with its label above it, and under it what is to be said of its value. */
export function FormField({ label, note = null, children }: FormFieldProps) {
  const id = useId();
  const noteId = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-ink-soft">
        {label}
      </label>
      {children({ id, 'aria-describedby': note === null ? undefined : noteId })}
      <FieldNote id={noteId} note={note} />
    </div>
  );
}
