import type { SendQuestion } from '#state/sendConsentStore.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { unusualOptions } from '../profiles/unusualChoices.ts';

export interface SendConsentDialogProps {
  readonly question: SendQuestion;
  readonly onAgree: () => void;
  readonly onClose: () => void;
}

/** Asks before a profile that others can change sends secret variables of this device where it has not sent them before. */
export function SendConsentDialog({ question, onAgree, onClose }: SendConsentDialogProps) {
  const { profile, origin, names, destination } = question;
  const options = unusualOptions(profile);
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="Send secrets to a new place?"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={onAgree}>
            Send and connect
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-2.5">
        <p>
          “{profile.name}” is {origin === 'team' ? 'in the team’s file' : 'from a catalogue'}, which others
          can change. It would send your {names.length === 1 ? 'secret' : 'secrets'}{' '}
          <strong className="font-medium break-words">{names.join(', ')}</strong> to:
        </p>
        <p className="rounded-md bg-sunken px-2 py-1.5 font-mono text-xs break-all">{destination}</p>
        {options.length > 0 && (
          <ul className="ml-4 list-disc text-warn">
            {options.map((option) => (
              <li key={option}>It {option}.</li>
            ))}
          </ul>
        )}
        <p className="text-xs text-ink-soft">
          Nothing has been sent yet. If you agree, this device remembers it for this address.
        </p>
      </div>
    </Dialog>
  );
}
