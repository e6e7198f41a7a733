import { Eye, EyeOff } from 'lucide-react';
import { useId, useState } from 'react';
import { classNames } from '#ui/classNames.ts';
import { FieldNote } from '#ui/FieldNote.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { TextField } from '#ui/TextField.tsx';

export interface TokenFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  /** What is wrong with the value, in a sentence. */
  readonly problem?: string | null;
  readonly warning?: string | null;
  /** What belongs here, while nothing is wrong. */
  readonly hint?: string;
  readonly placeholder?: string;
  /** Shown masked, with a button that reveals it. */
  readonly isSecret?: boolean;
  readonly rows?: number;
  readonly isCode?: boolean;
  readonly className?: string;
}

/** A labelled field of a token form. */
export function TokenField(props: TokenFieldProps) {
  const { label, problem = null, warning = null, hint, isSecret = false, isCode = true, rows } = props;
  const id = useId();
  const noteId = useId();
  const [isRevealed, setRevealed] = useState(false);
  const note = problem ?? warning;
  const control = {
    id,
    'aria-describedby': note === null && hint === undefined ? undefined : noteId,
    value: props.value,
    onValueChange: props.onValueChange,
    placeholder: props.placeholder,
    isMasked: isSecret && !isRevealed,
    isInvalid: problem !== null,
  };
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', props.className)}>
      <label htmlFor={id} className="text-ink-soft">
        {label}
      </label>
      <div className="flex items-start gap-1">
        {rows === undefined ? (
          <TextField {...control} className={classNames('flex-1', isCode && 'font-mono')} />
        ) : (
          <TextArea {...control} rows={rows} />
        )}
        {isSecret && (
          <IconButton
            label={`${isRevealed ? 'Hide' : 'Reveal'} ${label}`}
            icon={isRevealed ? <EyeOff /> : <Eye />}
            onClick={() => setRevealed(!isRevealed)}
          />
        )}
      </div>
      {note !== null && (
        <FieldNote id={noteId} note={{ tone: problem === null ? 'warn' : 'bad', text: note }} />
      )}
      {note === null && hint !== undefined && (
        <p id={noteId} className="text-2xs text-ink-soft">
          {hint}
        </p>
      )}
    </div>
  );
}
