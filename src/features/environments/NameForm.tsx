import { useId, useState } from 'react';
import type { Environment } from '#domain/profile/environment.ts';
import { Button } from '#ui/Button.tsx';
import { focusOnceHere } from '#ui/focusOnceHere.ts';
import { TextField } from '#ui/TextField.tsx';
import { checkEnvironmentName } from './environmentList.ts';

export interface NameFormProps {
  readonly initial: string;
  /** No two have one name. */
  readonly others: readonly Environment[];
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}

/** Asks for the name of an environment. */
export function NameForm({ initial, others, onName, onCancel }: NameFormProps) {
  const [name, setName] = useState(initial);
  const [hasTried, setTried] = useState(false);
  const [fieldId, noteId] = [useId(), useId()];
  const problem = checkEnvironmentName(name, others);
  const shown = hasTried ? problem : null;
  return (
    <form
      className="flex flex-col gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (problem === null) onName(name.trim());
      }}
    >
      <div className="flex items-center gap-2">
        <label htmlFor={fieldId} className="text-xs">
          Name
        </label>
        <TextField
          id={fieldId}
          ref={focusOnceHere}
          className="max-w-64"
          placeholder="Staging"
          value={name}
          isInvalid={shown !== null}
          aria-describedby={shown === null ? undefined : noteId}
          onValueChange={setName}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            // Of the form, not of the dialog around it.
            event.stopPropagation();
            event.preventDefault();
            onCancel();
          }}
        />
        <Button type="submit" variant="primary">
          {initial === '' ? 'Create' : 'Rename'}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
      {shown !== null && (
        <p id={noteId} className="text-xs text-bad">
          {shown}
        </p>
      )}
    </form>
  );
}
