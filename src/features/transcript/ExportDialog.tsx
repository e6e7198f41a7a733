import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { formatCount } from '#domain/format/formatCount.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { EMPTY_SUMMARY, NO_FILTER } from '#domain/transcript/entry.ts';
import type { LogForm } from '#domain/transcript/transfer/logEncoder.ts';
import type { ExportedLog, TransferProgress } from '#state/connectionsStore.ts';
import { selectProfile } from '#state/profilesStore.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { focusOnceHere } from '#ui/focusOnceHere.ts';
import { downloadFile } from '#ui/downloadFile.ts';
import { Notice } from '#ui/Notice.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { LockedNotice } from '../secrets/LockedNotice.tsx';
import { secretsToHide } from '../stores/secretsToHide.ts';
import { useStores } from '../stores/StoresContext.ts';
import { useSession } from '../stores/useStores.ts';
import { LARGE_EXPORT_BYTES, chooseFile } from './chooseFile.ts';
import { lastForm, rememberForm } from './exportChoice.ts';
import { exportFileName } from './exportFileName.ts';
import { countEntries, exportSentences } from './exportSentences.ts';
import { isFiltering } from './isFiltering.ts';
import { TransferProgressLine } from './TransferProgressLine.tsx';

const FORMS: readonly { readonly value: LogForm; readonly label: string }[] = [
  { value: 'jsonl', label: 'JSON Lines' },
  { value: 'csv', label: 'CSV' },
  { value: 'har', label: 'HAR' },
];

const ABOUT_FORMS: Readonly<Record<LogForm, string>> = {
  jsonl: 'An entry a line: for scripts, and to be imported again.',
  csv: 'For spreadsheets. What one would run as a formula has an apostrophe before it.',
  har: 'The handshakes and their messages: Chrome, HTTP Toolkit and Playwright open it too.',
};

type Step =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'writing'; readonly progress: TransferProgress | null; readonly cancel: () => void }
  | {
      readonly kind: 'done';
      readonly name: string;
      readonly exported: Omit<ExportedLog, 'blob'>;
      readonly isWithSecrets: boolean;
    }
  | { readonly kind: 'failed'; readonly message: string };

export interface ExportDialogProps {
  readonly profileId: ProfileId;
  readonly onClose: () => void;
}

/** Which form, which entries, with or without secrets; then how far it is, and what became of it. */
export function ExportDialog({ profileId, onClose }: ExportDialogProps) {
  const { connections, profiles } = useStores();
  const formId = useId();
  const filter = useSession(profileId, (session) => session.filter) ?? NO_FILTER;
  const summary = useSession(profileId, (session) => session.summary) ?? EMPTY_SUMMARY;
  const isHiding = isFiltering(filter) && filter.shows === 'matches';
  const [form, setForm] = useState(lastForm);
  const [scope, setScope] = useState<'all' | 'shown'>(isHiding ? 'shown' : 'all');
  const [isWithSecrets, setWithSecrets] = useState(false);
  const [step, setStep] = useState<Step>({ kind: 'choosing' });
  const count = scope === 'shown' ? summary.matching : summary.total;

  const write = async () => {
    const profile = selectProfile(profiles.getState(), profileId);
    const name = exportFileName(profile?.name ?? '', form, Date.now(), new Date().getTimezoneOffset());
    const share = summary.total === 0 ? 0 : count / summary.total;
    rememberForm(form);
    const cancelling = new AbortController();
    const cancel = () => cancelling.abort();
    try {
      const isLarge = summary.bytes * share > LARGE_EXPORT_BYTES;
      const file = isLarge ? await chooseFile(name, form) : null;
      setStep({ kind: 'writing', progress: null, cancel });
      const { request = null } = connections.getState().sessions[profileId] ?? {};
      const secrets =
        isWithSecrets || profile === null ? null : secretsToHide(profiles.getState(), profile, request);
      const { blob, ...exported } = await connections.getState().actions.exportLog(
        profileId,
        { form, scope, secrets, file },
        {
          onProgress: (progress) => setStep({ kind: 'writing', progress, cancel }),
          signal: cancelling.signal,
        },
      );
      if (blob !== null) downloadFile(name, blob);
      setStep({ kind: 'done', name: file?.name ?? name, exported, isWithSecrets });
    } catch (error) {
      // Cancelled here or in the browser's own dialog: the choices are as they were.
      const isCancelled =
        cancelling.signal.aborted || (error instanceof Error && error.name === 'AbortError');
      const message = error instanceof Error ? error.message : String(error);
      setStep(isCancelled ? { kind: 'choosing' } : { kind: 'failed', message });
    }
  };

  const close = () => {
    if (step.kind === 'writing') step.cancel();
    onClose();
  };
  const isOver = step.kind === 'done';
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && close()}
      title="Export the log"
      footer={
        isOver ? (
          <Button variant="primary" ref={focusOnceHere} onClick={onClose}>
            Done
          </Button>
        ) : (
          <>
            <Button onClick={close}>Close</Button>
            <Button
              variant="primary"
              type="submit"
              form={formId}
              disabled={count === 0 || step.kind === 'writing'}
            >
              Export {countEntries(count)}
            </Button>
          </>
        )
      }
    >
      {step.kind === 'done' && <Outcome {...step} />}
      {step.kind === 'writing' && (
        <TransferProgressLine
          label="Exporting"
          unit="entries"
          progress={step.progress}
          onCancel={step.cancel}
        />
      )}
      {(step.kind === 'choosing' || step.kind === 'failed') && (
        <form
          id={formId}
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (count > 0) void write();
          }}
        >
          <Choice label="Form">
            <Segmented label="Form" value={form} options={FORMS} onValueChange={setForm} />
          </Choice>
          <p className="-mt-2 pl-20 text-xs text-ink-soft">{ABOUT_FORMS[form]}</p>
          <Choice label="Entries">
            {isHiding ? (
              <Segmented
                label="Entries"
                value={scope}
                options={[
                  { value: 'shown', label: `Shown by the filter (${formatCount(summary.matching)})` },
                  { value: 'all', label: `All (${formatCount(summary.total)})` },
                ]}
                onValueChange={setScope}
              />
            ) : (
              <span className="text-xs tabular-nums">all {formatCount(summary.total)}</span>
            )}
          </Choice>
          <Choice label="Secrets">
            <Checkbox
              className="text-xs"
              isChecked={isWithSecrets}
              onCheckedChange={setWithSecrets}
              label="Write them in the clear"
            />
          </Choice>
          {isWithSecrets ? (
            <Notice tone="warn">
              Whoever gets the file can read the keys, tokens and passwords of this connection.
            </Notice>
          ) : (
            <>
              <p className="-mt-2 pl-20 text-xs text-ink-soft">
                Masked: the credentials of the handshake, and the secrets of this profile wherever a message
                has one. A message that is masked does not come back as it was.
              </p>
              <LockedNotice>
                Your secrets are locked, so this page cannot tell whether a message has one: until they are
                unlocked, messages are written as they are.
              </LockedNotice>
            </>
          )}
          {step.kind === 'failed' && <Notice tone="bad">{step.message}</Notice>}
        </form>
      )}
    </Dialog>
  );
}

function Choice({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="flex min-h-7 items-center">
      <span className="w-20 shrink-0 text-ink-soft">{label}</span>
      {children}
    </div>
  );
}

function Outcome({ name, exported, isWithSecrets }: Omit<Extract<Step, { kind: 'done' }>, 'kind'>) {
  const { extent, masked, missing } = exportSentences(exported, isWithSecrets);
  return (
    <output className="flex flex-col gap-2">
      <Notice tone="good">
        Exported as <strong className="font-medium">{name}</strong> ({extent}).
      </Notice>
      {masked !== null && <p className="text-xs text-ink-soft">{masked}</p>}
      {missing !== null && <Notice tone="warn">{missing}</Notice>}
    </output>
  );
}
