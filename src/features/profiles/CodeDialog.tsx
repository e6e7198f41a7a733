import { Check, Copy } from 'lucide-react';
import { useId, useState } from 'react';
import type { ClipboardEvent } from 'react';
import type { ProfileId } from '#domain/profile/profile.ts';
import { SNIPPET_TARGET_IDS, SNIPPET_TARGETS } from '#domain/profile/snippet/snippets.ts';
import { environmentSecrets } from '#domain/profile/variables/environmentSecrets.ts';
import { fillProfile } from '#domain/profile/variables/fillProfile.ts';
import { selectComposer } from '#state/draftMessagesStore.ts';
import { selectProfile } from '#state/profilesStore.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { copyLabel, useCopy } from '#ui/useCopy.ts';
import { LockedNotice } from '../secrets/LockedNotice.tsx';
import { useLookup } from '../stores/filling.ts';
import { readDraft } from '../stores/draftReading.ts';
import { useDraftMessages, useProfiles } from '../stores/useStores.ts';
import { lastTarget, rememberTarget } from './codeChoice.ts';
import { profileCode } from './profileCode.ts';
import type { ProfileCode } from './profileCode.ts';

const TARGETS = SNIPPET_TARGET_IDS.map((id) => ({ value: id, label: SNIPPET_TARGETS[id].label }));

export interface CodeDialogProps {
  readonly profileId: ProfileId;
  readonly onClose: () => void;
  readonly onReturnFocus?: () => void;
}

/** The profile as code, for one client at a time. Enter copies it, and so does the browser's own way to copy. */
export function CodeDialog({ profileId, onClose, onReturnFocus }: CodeDialogProps) {
  const formId = useId();
  const profile = useProfiles((state) => selectProfile(state, profileId));
  const secrets = useProfiles((state) => state.secrets);
  const environments = useProfiles((state) => state.environments);
  const lookup = useLookup();
  const draft = useDraftMessages((state) => selectComposer(state, profileId));
  const [target, setTarget] = useState(lastTarget);
  const [includesSecrets, setIncludesSecrets] = useState(false);
  const reading = readDraft(draft, lookup);
  const message = reading.kind === 'sendable' ? reading.message : null;
  const code =
    profile === null
      ? null
      : profileCode(
          fillProfile(profile, secrets, lookup),
          environmentSecrets(Object.values(environments), secrets),
          message,
          lookup,
          { target, includesSecrets },
        );
  const text = code?.kind === 'code' ? code.text : '';
  const { outcome, copy } = useCopy(() => text);
  if (code === null) return null;

  const copyAll = (event: ClipboardEvent) => {
    // What the person has marked is what they mean.
    if (text === '' || getSelection()?.isCollapsed === false) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  };
  return (
    <Dialog
      isOpen
      size="large"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="Copy as code"
      {...(onReturnFocus !== undefined && { onReturnFocus })}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button variant="primary" type="submit" form={formId} disabled={text === ''}>
            {outcome === 'copied' ? (
              <Check aria-hidden className="size-3.5" />
            ) : (
              <Copy aria-hidden className="size-3.5" />
            )}
            {copyLabel('Copy', outcome)}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-3"
        onCopy={copyAll}
        onSubmit={(event) => {
          event.preventDefault();
          if (text !== '') void copy();
        }}
      >
        <Segmented
          label="Client"
          className="flex-wrap self-start"
          value={target}
          options={TARGETS}
          onValueChange={(chosen) => {
            setTarget(chosen);
            rememberTarget(chosen);
          }}
        />
        {code.kind === 'problems' ? (
          code.messages.map((problem) => (
            <Notice key={problem} tone="bad">
              {problem}
            </Notice>
          ))
        ) : (
          <>
            <CodeView key={target} label={SNIPPET_TARGETS[target].label} text={code.text} />
            {code.hasSecrets && (
              <SecretsChoice
                code={code}
                includesSecrets={includesSecrets}
                onIncludesSecretsChange={setIncludesSecrets}
              />
            )}
          </>
        )}
      </form>
    </Dialog>
  );
}

function CodeView({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <section
      aria-label={`Code for ${label}`}
      // It scrolls: so the keyboard has to get there.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="h-[min(26rem,50dvh)] overflow-auto rounded-md border border-line bg-sunken p-3 font-mono text-xs"
    >
      <pre>{text}</pre>
    </section>
  );
}

interface SecretsChoiceProps {
  readonly code: Extract<ProfileCode, { kind: 'code' }>;
  readonly includesSecrets: boolean;
  readonly onIncludesSecretsChange: (includesSecrets: boolean) => void;
}

function SecretsChoice({ code, includesSecrets, onIncludesSecretsChange }: SecretsChoiceProps) {
  return (
    <div className="flex min-h-16 flex-col gap-2">
      <Checkbox
        className="text-xs"
        isChecked={includesSecrets}
        onCheckedChange={onIncludesSecretsChange}
        label="Include secrets"
      />
      {includesSecrets ? (
        <>
          <Notice tone="warn">
            The code has keys, tokens and passwords in the clear: whoever gets it can use them.
          </Notice>
          <LockedNotice>
            Your secrets are locked: until they are unlocked, the code is without them.
          </LockedNotice>
        </>
      ) : (
        <p className="text-xs text-ink-soft">
          Secrets are read from the environment, as by <span className="font-mono">postern check</span>:{' '}
          {code.variables.map((variable, index) => (
            <span key={variable}>
              {index > 0 && ', '}
              <span className="font-mono text-ink">{variable}</span>
            </span>
          ))}
          . In a URL a value stands as it is: give it percent-encoded where it has to be.
        </p>
      )}
    </div>
  );
}
