import { useId, useState } from 'react';
import { messageName } from '#domain/profile/messageName.ts';
import type { ProfileId, TypedMessage } from '#domain/profile/profile.ts';
import {
  findByName,
  freeName,
  MAX_MESSAGE_NAME_LENGTH,
  saveMessage,
  savingProblem,
  toMessageName,
} from '#domain/profile/savedMessages.ts';
import { replaceRow } from '#domain/profile/editRows.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { FormField } from '#ui/FormField.tsx';
import { Notice } from '#ui/Notice.tsx';
import { TextField } from '#ui/TextField.tsx';
import { newId } from '../stores/newId.ts';
import { useStores } from '../stores/StoresContext.ts';
import { useProfiles } from '../stores/useStores.ts';
import { secretWarning, useSavedMessages } from './useSavedMessages.ts';

export interface SaveMessageDialogProps {
  readonly profileId: ProfileId;
  readonly message: TypedMessage;
  readonly onClose: () => void;
  readonly onReturnFocus?: () => void;
}

/** UTF-16 units that are shown: enough to see which message this is. */
const MAX_SHOWN_LENGTH = 2_000;

/** Asks what a message is to be called. A name that is there already takes the message in place of the one it has. */
export function SaveMessageDialog({ profileId, message, onClose, onReturnFocus }: SaveMessageDialogProps) {
  const { notices } = useStores();
  const { messages, change } = useSavedMessages(profileId);
  const [name, setName] = useState(() => freeName(messages, messageName(message)));
  const warning = useProfiles((state) => secretWarning(state, profileId, message));
  const formId = useId();
  const known = findByName(messages, name);
  const problem = savingProblem(messages, name, message);
  const canSave = problem === null && toMessageName(name) !== '';

  const save = () => {
    change((rows) => saveMessage(rows, name, message, newId));
    const { show } = notices.getState().actions;
    if (known === null) show(`Saved the message “${toMessageName(name)}”.`);
    else {
      show(`Replaced the message “${known.name}”.`, {
        label: 'Undo',
        run: () => change((rows) => replaceRow(rows, known.id, () => known)),
      });
    }
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="Save the message"
      {...(onReturnFocus !== undefined && { onReturnFocus })}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} disabled={!canSave}>
            {known === null ? 'Save' : 'Replace'}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (canSave) save();
        }}
      >
        <FormField label="Name" note={noteOf(problem, known?.name ?? null)}>
          {(control) => (
            <TextField
              {...control}
              value={name}
              maxLength={MAX_MESSAGE_NAME_LENGTH}
              isInvalid={problem !== null}
              onValueChange={setName}
              onFocus={(event) => event.target.select()}
            />
          )}
        </FormField>
        <pre className="max-h-28 overflow-hidden rounded-md bg-sunken px-2.5 py-1.5 font-mono text-xs wrap-anywhere whitespace-pre-wrap text-ink-soft">
          {shownText(message)}
        </pre>
        {warning !== null && <Notice tone="warn">{warning}</Notice>}
      </form>
    </Dialog>
  );
}

function noteOf(problem: string | null, known: string | null) {
  if (problem !== null) return { tone: 'bad', text: problem } as const;
  return known === null ? null : ({ tone: 'warn', text: `“${known}” is there already.` } as const);
}

function shownText({ text }: TypedMessage): string {
  return text.trim() === '' ? 'Empty' : text.slice(0, MAX_SHOWN_LENGTH);
}
