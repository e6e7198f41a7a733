import { useId, useState } from 'react';
import { readPaste } from '#domain/profile/readPaste.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Notice } from '#ui/Notice.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { newId } from '../stores/newId.ts';
import { useStores } from '../stores/StoresContext.ts';
import { importEndpoint } from './importEndpoint.ts';
import { importSummary } from './importSummary.ts';

export interface ImportDialogProps {
  readonly onClose: () => void;
  readonly onImported: () => void;
}

/** A URL or a command line becomes a profile; what was understood shows while the person types. */
export function ImportDialog({ onClose, onImported }: ImportDialogProps) {
  const stores = useStores();
  const [text, setText] = useState('');
  const fieldId = useId();
  const formId = useId();
  const readingId = useId();
  const reading = text.trim() === '' ? null : readPaste(text, newId);
  const submit = () => {
    if (reading?.kind !== 'endpoint') return;
    importEndpoint(stores, reading.endpoint);
    onImported();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="Import"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} disabled={reading?.kind !== 'endpoint'}>
            Create profile
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-1.5"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <label htmlFor={fieldId} className="font-medium">
          URL or command line
        </label>
        <TextArea
          id={fieldId}
          aria-describedby={readingId}
          rows={5}
          value={text}
          onValueChange={setText}
          isInvalid={reading?.kind === 'problem'}
          placeholder={
            'wss://contoso.azure-api.net/echo?subscription-key=…\nwscat -c "wss://…" -H "Authorization: Bearer …"'
          }
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
            event.preventDefault();
            submit();
          }}
        />
        <div id={readingId} aria-live="polite" className="flex flex-col gap-1.5">
          {reading === null && (
            <p className="text-xs text-ink-soft">
              A WebSocket URL, or a line of wscat, websocat or curl. Keys and tokens in it are kept as
              secrets.
            </p>
          )}
          {reading?.kind === 'problem' && <Notice tone="bad">{reading.message}</Notice>}
          {reading?.kind === 'endpoint' && (
            <>
              <Notice tone="good">
                <ul>
                  {importSummary(reading.endpoint).map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </Notice>
              {reading.endpoint.notes.map((note) => (
                <Notice key={note} tone="info">
                  {note}
                </Notice>
              ))}
            </>
          )}
        </div>
      </form>
    </Dialog>
  );
}
