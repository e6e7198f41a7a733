import { classNames } from '#ui/classNames.ts';
import type { SearchNote } from './searchNote.ts';

export interface SearchNoteLineProps {
  /** For the `aria-describedby` of the field. */
  readonly id: string;
  readonly note: SearchNote | null;
}

/** The line under the search field: what is wrong with the expression, and where. Always there, so that it is read out. */
export function SearchNoteLine({ id, note }: SearchNoteLineProps) {
  return (
    <p
      id={id}
      aria-live="polite"
      className={classNames(
        note === null ? 'sr-only' : 'flex flex-wrap items-baseline gap-x-2 px-2 pb-1.5 text-2xs',
        note?.tone === 'bad' ? 'text-bad' : 'text-warn',
      )}
    >
      {note !== null && note.excerpt !== null && (
        <code className="font-mono wrap-anywhere whitespace-pre-wrap text-ink-soft">
          {note.excerpt.before}
          <mark className="bg-bad-soft text-bad underline decoration-wavy underline-offset-2">
            {note.excerpt.wrong}
          </mark>
          {note.excerpt.after}
        </code>
      )}
      {note !== null && <span>{note.sentence}</span>}
    </p>
  );
}
