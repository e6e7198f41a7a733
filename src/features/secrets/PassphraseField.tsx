import { Eye, EyeOff } from 'lucide-react';
import { useId, useState } from 'react';
import type { ReactNode, Ref } from 'react';
import { FieldNote } from '#ui/FieldNote.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { TextField } from '#ui/TextField.tsx';

export interface PassphraseFieldProps {
  /** Of the field itself. */
  readonly ref?: Ref<HTMLInputElement>;
  readonly label: string;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  /** What is wrong with it, in a sentence. */
  readonly problem?: string | null;
  /** What belongs here, while nothing is wrong. */
  readonly hint?: string;
  /** Where the field stands in the form of something else: what Enter does here. */
  readonly onEnter?: () => void;
  /** Beside the field. */
  readonly action?: ReactNode;
}

/** A passphrase, masked until it is revealed: then once is enough to type it. */
export function PassphraseField({
  ref,
  label,
  value,
  onValueChange,
  problem = null,
  hint,
  onEnter,
  action,
}: PassphraseFieldProps) {
  const id = useId();
  const noteId = useId();
  const [isRevealed, setRevealed] = useState(false);
  return (
    <div className="flex min-w-0 flex-col gap-1 text-xs">
      <label htmlFor={id} className="text-ink-soft">
        {label}
      </label>
      <div className="flex items-center gap-1">
        <TextField
          ref={ref}
          id={id}
          className="flex-1"
          aria-describedby={problem === null && hint === undefined ? undefined : noteId}
          value={value}
          onValueChange={onValueChange}
          isMasked={!isRevealed}
          isInvalid={problem !== null}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || onEnter === undefined) return;
            event.preventDefault();
            onEnter();
          }}
        />
        <IconButton
          label={`${isRevealed ? 'Hide' : 'Reveal'} ${label.toLowerCase()}`}
          icon={isRevealed ? <EyeOff /> : <Eye />}
          onClick={() => setRevealed(!isRevealed)}
        />
        {action}
      </div>
      {problem === null ? (
        hint !== undefined && (
          <p id={noteId} className="text-2xs text-ink-soft">
            {hint}
          </p>
        )
      ) : (
        <div role="alert">
          <FieldNote id={noteId} note={{ tone: 'bad', text: problem }} />
        </div>
      )}
    </div>
  );
}
