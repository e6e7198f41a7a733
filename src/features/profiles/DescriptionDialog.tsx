import { useId, useState } from 'react';
import { MAX_DESCRIPTION_LENGTH, toDescription } from '#domain/profile/description.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { FormField } from '#ui/FormField.tsx';
import { modifierKey } from '#ui/modifierKey.ts';
import { TextArea } from '#ui/TextArea.tsx';
import { useProfiles } from '../stores/useStores.ts';

export interface DescriptionDialogProps {
  readonly profile: Profile;
  readonly onClose: () => void;
  readonly onReturnFocus?: () => void;
}

/** What a profile is for, in as many lines as it takes. */
export function DescriptionDialog({ profile, onClose, onReturnFocus }: DescriptionDialogProps) {
  const { edit } = useProfiles((state) => state.actions);
  const [text, setText] = useState(profile.description);
  const formId = useId();
  const excess = text.trim().length - MAX_DESCRIPTION_LENGTH;
  const isTooLong = excess > 0;
  const keep = () => {
    edit(profile.id, (current) => ({ ...current, description: toDescription(text) }));
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={`Describe “${profile.name}”`}
      {...(onReturnFocus !== undefined && { onReturnFocus })}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            disabled={isTooLong}
            title={`${modifierKey()}⏎`}
            aria-keyshortcuts="Control+Enter Meta+Enter"
          >
            Keep
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isTooLong) keep();
        }}
      >
        <FormField
          label="Description"
          note={
            isTooLong
              ? {
                  tone: 'bad',
                  text: `It is ${excess} characters too long: a description has at most ${MAX_DESCRIPTION_LENGTH}.`,
                }
              : null
          }
        >
          {(control) => (
            <TextArea
              {...control}
              rows={6}
              value={text}
              isInvalid={isTooLong}
              spellCheck
              autoCapitalize="sentences"
              placeholder="What it is for, and what one has to know to use it"
              onValueChange={setText}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
                event.preventDefault();
                event.currentTarget.form?.requestSubmit();
              }}
              className="field-sizing-content max-h-80 min-h-32 font-sans! text-sm!"
            />
          )}
        </FormField>
      </form>
    </Dialog>
  );
}
