import { useState } from 'react';
import { Button } from '#ui/Button.tsx';
import { focusOnceHere } from '#ui/focusOnceHere.ts';
import { Notice } from '#ui/Notice.tsx';
import { Deriving } from '../secrets/Deriving.tsx';
import { PassphraseField } from '../secrets/PassphraseField.tsx';
import type { SealedPart } from './useImportReading.ts';

export interface SealedSecretsProps {
  readonly sealed: Exclude<SealedPart, { readonly kind: 'none' }>;
  readonly onOpen: (passphrase: string) => void;
}

/** What a link holds of values: asked for its passphrase, or, once open, what came by name. */
export function SealedSecrets({ sealed, onOpen }: SealedSecretsProps) {
  const [passphrase, setPassphrase] = useState('');
  const [tried, setTried] = useState<string | null>(null);
  if (sealed.kind === 'opened') {
    const { labels, variables } = sealed;
    return (
      // In the place of the field that had the focus: it is read out, and the keyboard goes on from here.
      <div ref={focusOnceHere} tabIndex={-1} className="flex flex-col gap-1.5 outline-none">
        <Notice tone="good">
          {labels.length === 0
            ? 'Opened. It holds no secret that this profile has a place for.'
            : `Opened. These secrets come along: ${labels.join(', ')}.`}
        </Notice>
        {variables.length > 0 && (
          <Notice tone="warn">
            They fill in variables of your environments: {variables.join(', ')}. The values of these would go
            where the profile goes.
          </Notice>
        )}
      </div>
    );
  }
  const isOpening = sealed.kind === 'opening';
  const open = () => {
    if (passphrase === '' || isOpening) return;
    setTried(passphrase);
    onOpen(passphrase);
  };
  return (
    <fieldset className="flex flex-col gap-1.5 rounded-md border border-line px-2.5 pt-1 pb-2">
      <legend className="px-1 text-xs font-medium">Sealed secrets</legend>
      <p className="text-xs text-ink-soft">
        The values of its secrets came along, sealed. Whoever sent you the link knows the passphrase; without
        it, you fill them in yourself.
      </p>
      <PassphraseField
        // It is asked for: typed into the field of a URL, it would stand there for all to read, and the link would be gone.
        ref={focusOnceHere}
        label="Passphrase"
        value={passphrase}
        onValueChange={setPassphrase}
        problem={sealed.kind === 'failed' && passphrase === tried ? sealed.message : null}
        onEnter={open}
        action={
          <Button disabled={passphrase === '' || isOpening} onClick={open}>
            Open
          </Button>
        }
      />
      {isOpening && <Deriving />}
    </fieldset>
  );
}
