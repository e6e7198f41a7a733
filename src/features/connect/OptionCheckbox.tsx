import { useId } from 'react';
import { Checkbox } from '#ui/Checkbox.tsx';
import { FieldNote } from '#ui/FieldNote.tsx';
import type { FieldNoteText } from '#ui/FieldNote.tsx';

export interface OptionCheckboxProps {
  readonly label: string;
  readonly note: FieldNoteText | null;
  readonly isChecked: boolean;
  readonly onCheckedChange: (isChecked: boolean) => void;
}

/** An option that is on or off, and under it what is to be said of that. */
export function OptionCheckbox({ note, ...checkbox }: OptionCheckboxProps) {
  const noteId = useId();
  return (
    <div className="flex flex-col gap-0.5">
      <Checkbox {...checkbox} describedBy={note === null ? undefined : noteId} />
      <FieldNote id={noteId} note={note} />
    </div>
  );
}
