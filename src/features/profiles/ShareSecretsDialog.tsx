import { Link } from 'lucide-react';
import { useId, useState } from 'react';
import { formatLinkSecrets, placedSecrets } from '#domain/profile/file/linkSecrets.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { environmentsFor } from '#domain/profile/variables/environmentsFor.ts';
import { selectProfile } from '#state/profilesStore.ts';
import { isLongEnough } from '#state/sealing/passphrase.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Notice } from '#ui/Notice.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { AttemptNotes } from '../secrets/AttemptNotes.tsx';
import { LockedNotice } from '../secrets/LockedNotice.tsx';
import { PassphraseField } from '../secrets/PassphraseField.tsx';
import { passphraseHint } from '../secrets/passphraseHint.ts';
import { SEALING } from '../secrets/sealingOnDemand.ts';
import { useAttempt } from '../secrets/useAttempt.ts';
import { useStores } from '../stores/StoresContext.ts';
import { useProfiles } from '../stores/useStores.ts';
import { writeProfileLink } from './profileLink.ts';

export interface ShareSecretsDialogProps {
  readonly profileId: ProfileId;
  readonly onClose: () => void;
  readonly onReturnFocus?: () => void;
}

/** A link to the profile with those of its secrets that the person chooses, sealed under a passphrase. */
export function ShareSecretsDialog({ profileId, onClose, onReturnFocus }: ShareSecretsDialogProps) {
  const { notices } = useStores();
  const profile = useProfiles((state) => selectProfile(state, profileId));
  const environments = useProfiles((state) => state.environments);
  const secrets = useProfiles((state) => state.secrets);
  const lockedSecrets = useProfiles((state) => state.lockedSecrets);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [passphrase, setPassphrase] = useState('');
  /** With what is chosen and typed now; the browser did not take it into the clipboard. */
  const [link, setLink] = useState<string | null>(null);
  const attempt = useAttempt();
  const formId = useId();
  if (profile === null) return null;
  const needed = environmentsFor([profile], Object.values(environments));
  const placed = placedSecrets(profile, needed).filter(({ secretId }) => (secrets[secretId] ?? '') !== '');
  const isAnyLocked = placedSecrets(profile, needed).some(
    ({ secretId }) => secretId in lockedSecrets && !(secretId in secrets),
  );
  const chosen = placed.filter(({ key }) => !leftOut.has(key));
  const isReady = chosen.length > 0 && isLongEnough(passphrase) && !attempt.isUnderWay;

  const copy = async (signal: AbortSignal) => {
    const { seal } = await SEALING.load();
    const values = formatLinkSecrets(chosen, secrets);
    const sealed = await writeProfileLink(location.href, profile, needed, (context) =>
      seal(values, passphrase, context),
    );
    // Who has closed the dialog meanwhile has something else in the clipboard by now.
    signal.throwIfAborted();
    try {
      await navigator.clipboard.writeText(sealed);
    } catch {
      // It was a while ago that the person pressed the button: some browsers want it pressed just now.
      setLink(sealed);
      return;
    }
    notices
      .getState()
      .actions.show(
        `Copied a link to “${profile.name}”, with its secrets sealed. Tell the passphrase another way.`,
      );
    onClose();
  };
  /** What is changed now is not in the link, nor opens it. */
  const forgetLink = () => {
    setLink(null);
    attempt.clear();
  };

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="Share with secrets"
      {...(onReturnFocus !== undefined && { onReturnFocus })}
      footer={
        link !== null || placed.length === 0 ? (
          <Button onClick={onClose}>Close</Button>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" type="submit" form={formId} disabled={!isReady}>
              <Link aria-hidden className="size-3.5" />
              Copy link
            </Button>
          </>
        )
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void attempt.make(copy);
        }}
      >
        {isAnyLocked && (
          <LockedNotice>Some of its secrets are locked: unlock them to send them along.</LockedNotice>
        )}
        {placed.length === 0 ? (
          <p>
            “{profile.name}” has no secret with a value in this page, so there is nothing to seal. Its plain
            link is <strong className="font-medium">Copy link</strong> in the menu.
          </p>
        ) : (
          <>
            <p>
              The link holds “{profile.name}” and, sealed under a passphrase, the values of these secrets. Who
              has both can use them.
            </p>
            <ul aria-label="Secrets to share" className="flex max-h-48 flex-col gap-1 overflow-y-auto">
              {placed.map(({ key, label }) => (
                <li key={key} className="flex">
                  <Checkbox
                    className="text-xs"
                    isChecked={!leftOut.has(key)}
                    onCheckedChange={(isChecked) => {
                      const next = new Set(leftOut);
                      if (isChecked) next.delete(key);
                      else next.add(key);
                      setLeftOut(next);
                      forgetLink();
                    }}
                    label={<span className="font-mono wrap-anywhere">{label}</span>}
                  />
                </li>
              ))}
            </ul>
            <PassphraseField
              label="Passphrase"
              value={passphrase}
              onValueChange={(typed) => {
                setPassphrase(typed);
                forgetLink();
              }}
              hint={`${passphraseHint('the link')} Send it another way than the link.`}
            />
          </>
        )}
        <AttemptNotes attempt={attempt} />
        {link !== null && (
          <div className="flex flex-col gap-1">
            <Notice tone="warn">The browser did not allow copying: copy the link from here.</Notice>
            <TextArea
              aria-label="Link"
              rows={4}
              readOnly
              value={link}
              onValueChange={() => {}}
              onFocus={(event) => event.currentTarget.select()}
            />
          </div>
        )}
      </form>
    </Dialog>
  );
}
