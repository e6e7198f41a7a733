import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { checkCloseCode, explainCloseCode, MAX_CLOSE_REASON_BYTES } from '#domain/websocket/closeCode.ts';
import { Button } from '#ui/Button.tsx';
import { FormField } from '#ui/FormField.tsx';
import { Popover } from '#ui/Popover.tsx';
import { TextField } from '#ui/TextField.tsx';

export interface CloseMenuProps {
  readonly isDisabled: boolean;
  readonly onClose: (code: number | null, reason: string) => void;
}

/** Disconnecting with a close code and a reason of one's own. */
export function CloseMenu({ isDisabled, onClose }: CloseMenuProps) {
  const [code, setCode] = useState('1000');
  const [reason, setReason] = useState('');
  const meaningId = useId();
  const problem = closeProblem(code, reason);

  return (
    <Popover
      label="Close code and reason"
      trigger={
        <Button
          className="-ml-px rounded-l-none px-1.5"
          variant="danger"
          disabled={isDisabled}
          aria-label="Close with a code and reason"
        >
          <ChevronDown aria-hidden className="size-3.5" />
        </Button>
      }
    >
      {(dismiss) => (
        <form
          className="flex flex-col gap-2.5"
          onSubmit={(event) => {
            event.preventDefault();
            if (problem !== null) return;
            onClose(code === '' ? null : Number(code), reason);
            dismiss();
          }}
        >
          <FormField label="Close code">
            {({ id }) => (
              <TextField
                id={id}
                aria-describedby={meaningId}
                inputMode="numeric"
                value={code}
                onValueChange={setCode}
                // Another code takes the place of this one as soon as it is typed.
                onFocus={(event) => event.currentTarget.select()}
                isInvalid={problem !== null}
                className="font-mono"
              />
            )}
          </FormField>
          <FormField label="Reason">
            {({ id }) => (
              <TextField
                id={id}
                aria-describedby={meaningId}
                value={reason}
                onValueChange={setReason}
                placeholder="none"
              />
            )}
          </FormField>
          <p id={meaningId} className={problem === null ? 'text-ink-soft' : 'text-bad'}>
            {problem ?? meaningOf(code)}
          </p>
          <Button type="submit" variant="danger" disabled={problem !== null}>
            Close with this code
          </Button>
        </form>
      )}
    </Popover>
  );
}

function closeProblem(code: string, reason: string): string | null {
  if (code === '')
    return reason === '' ? null : 'A reason needs a close code: without one, the Close frame is empty.';
  if (!/^\d+$/.test(code)) return 'A close code is a number: 1000, or 3000 to 4999.';
  const bytes = new TextEncoder().encode(reason).byteLength;
  if (bytes > MAX_CLOSE_REASON_BYTES) {
    return `The reason is ${bytes} bytes long; a Close frame has room for ${MAX_CLOSE_REASON_BYTES}.`;
  }
  return checkCloseCode(Number(code));
}

function meaningOf(code: string): string {
  if (code === '') return 'Sends a Close frame without a code; the other side sees 1005.';
  const { name, meaning } = explainCloseCode(Number(code));
  return `${name}: ${meaning}`;
}
