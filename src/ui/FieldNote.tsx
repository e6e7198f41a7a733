import { classNames } from './classNames.ts';

/** What is wrong with a field, or worth knowing of it. */
export interface FieldNoteText {
  readonly tone: 'bad' | 'warn';
  readonly text: string;
}

export interface FieldNoteProps {
  /** For the `aria-describedby` of the field. */
  readonly id: string;
  readonly note: FieldNoteText | null;
}

/** A sentence under the field that it is about; nothing, when there is nothing to say. */
export function FieldNote({ id, note }: FieldNoteProps) {
  if (note === null) return null;
  return (
    <p id={id} className={classNames('text-2xs', note.tone === 'bad' ? 'text-bad' : 'text-warn')}>
      {note.text}
    </p>
  );
}
