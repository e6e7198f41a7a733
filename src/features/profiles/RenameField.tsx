import { useRef, useState } from 'react';
import { classNames } from '#ui/classNames.ts';
import { TextField } from '#ui/TextField.tsx';

export interface RenameFieldProps {
  readonly name: string;
  /** Called once: with the new name, or `null` when there is none. `hasFocus` is false when the person went elsewhere. */
  readonly onDone: (name: string | null, hasFocus: boolean) => void;
  readonly className?: string;
}

/** A name being edited in its place: Enter and leaving keep it, Escape does not. */
export function RenameField({ name, onDone, className }: RenameFieldProps) {
  const [text, setText] = useState(name);
  // Enter ends the editing, and the field loses the focus as it goes.
  const isDone = useRef(false);
  const finish = (isKept: boolean, hasFocus: boolean) => {
    if (isDone.current) return;
    isDone.current = true;
    const trimmed = text.trim();
    onDone(isKept && trimmed !== '' && trimmed !== name ? trimmed : null, hasFocus);
  };
  return (
    <TextField
      aria-label="Profile name"
      // The person has just asked to edit this name.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      value={text}
      onValueChange={setText}
      onFocus={(event) => event.target.select()}
      onBlur={() => finish(true, false)}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        // The focus goes to a button, which the same Enter would press.
        event.preventDefault();
        finish(event.key === 'Enter', true);
      }}
      className={classNames('h-6! px-1! focus-visible:-outline-offset-1', className)}
    />
  );
}
