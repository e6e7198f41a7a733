import { FileUp } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { ImportedProfile } from '#domain/profile/import/readImport.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { FileDrop } from '#ui/FileDrop.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { useStores } from '../stores/StoresContext.ts';
import { useProfiles } from '../stores/useStores.ts';
import { createImported } from './createImported.ts';
import { decideImport, importLabel, NOTHING_CHOSEN } from './importChoices.ts';
import { environmentsText } from './environmentsText.ts';
import { importEndpoint } from './importEndpoint.ts';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportStepNotes } from './ImportStepNotes.tsx';
import { matchImport } from './matchImport.ts';
import { SealedSecrets } from './SealedSecrets.tsx';
import { useImportReading } from './useImportReading.ts';

export interface ImportDialogProps {
  /** The fragment of a link to a profile, with which the dialog begins. */
  readonly link?: string;
  /** Files with which the dialog begins. */
  readonly files?: readonly File[] | undefined;
  readonly onClose: () => void;
  readonly onImported: () => void;
}

const NO_PROFILES: readonly ImportedProfile[] = [];

/** A URL, a command line, or the file of another tool becomes profiles; what was understood shows at once. */
export function ImportDialog({ link, files, onClose, onImported }: ImportDialogProps) {
  const stores = useStores();
  const { step, sealed, openSealed, isStale, fileNames, readText, readFiles, readLink, ...reading } =
    useImportReading();
  const { chooseEnvironment, cancel } = reading;
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const [takesEnvironments, setTakesEnvironments] = useState(true);
  const ownEnvironments = useProfiles((state) => state.environments);
  const fileRef = useRef<HTMLInputElement>(null);
  const fieldId = useId();
  const formId = useId();
  const readingId = useId();
  useEffect(() => {
    if (link !== undefined) readLink(link);
    if (files !== undefined) readFiles(files);
    // Once for what it begins with: the dialog reads on from there.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [link, files]);
  const own = useProfiles(
    useShallow(({ saved, drafts, readyMade, deleted }) => ({ saved, drafts, readyMade, deleted })),
  );
  const imported = step.kind === 'import' ? step.profiles : NO_PROFILES;
  // Hundreds are compared, and a choice changes nothing of it.
  const matches = useMemo(() => matchImport(imported, own), [imported, own]);
  const decisions = decideImport(imported, matches, chosen);
  const theirs = step.kind === 'import' ? step.ownEnvironments : [];
  const environments = environmentsText(Object.values(ownEnvironments), theirs);
  const isShut = sealed.kind === 'shut' || sealed.kind === 'opening' || sealed.kind === 'failed';
  const environmentSecrets = sealed.kind === 'opened' ? sealed.environmentSecrets : {};
  const isReady =
    !isStale &&
    sealed.kind !== 'opening' &&
    (step.kind === 'endpoint' || decisions.some(({ fields }) => fields !== null));
  const submit = () => {
    if (!isReady) return;
    if (step.kind === 'endpoint') importEndpoint(stores, step.endpoint);
    else {
      const taken = environments === null || !takesEnvironments ? [] : theirs;
      createImported(stores, decisions, taken, environmentSecrets);
    }
    onImported();
  };
  const take = (taken: readonly File[]) => {
    if (taken.length === 0) return;
    setText('');
    setChosen(NOTHING_CHOSEN);
    readFiles(taken);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="Import"
      size={step.kind === 'import' ? 'large' : 'medium'}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} disabled={!isReady}>
            {isShut ? `${importLabel(decisions)} without secrets` : importLabel(decisions)}
          </Button>
        </>
      }
    >
      <FileDrop className="rounded-md" onFiles={take}>
        <form
          id={formId}
          className="flex flex-col gap-1.5"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <div className="flex items-end justify-between gap-2">
            <label htmlFor={fieldId} className="font-medium">
              URL or command line
            </label>
            <Button size="small" onClick={() => fileRef.current?.click()}>
              <FileUp aria-hidden className="size-3.5" />
              Choose files…
            </Button>
            <input
              ref={fileRef}
              type="file"
              hidden
              multiple
              aria-label="Files to import"
              accept=".json,.yaml,.yml,.bru,.har,.txt"
              onChange={(event) => {
                take([...(event.target.files ?? [])]);
                // The same files may be chosen again.
                event.target.value = '';
              }}
            />
          </div>
          <TextArea
            id={fieldId}
            aria-describedby={readingId}
            rows={step.kind === 'import' ? 2 : 5}
            value={text}
            onValueChange={(value) => {
              setText(value);
              setChosen(NOTHING_CHOSEN);
              readText(value);
            }}
            isInvalid={step.kind === 'problem' && fileNames.length === 0}
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
            {fileNames.length > 0 && <p className="text-xs wrap-anywhere">{fileNames.join(', ')}</p>}
            <ImportStepNotes step={step} matches={matches} onCancel={cancel} />
          </div>
          {sealed.kind !== 'none' && <SealedSecrets sealed={sealed} onOpen={openSealed} />}
          {step.kind === 'import' && (
            <ImportPreview
              reading={step}
              matches={matches}
              chosen={chosen}
              onChosenChange={setChosen}
              onEnvironmentChange={(name) => {
                setChosen(NOTHING_CHOSEN);
                chooseEnvironment(name);
              }}
              environments={environments}
              takesEnvironments={takesEnvironments}
              onTakesEnvironmentsChange={setTakesEnvironments}
            />
          )}
        </form>
      </FileDrop>
    </Dialog>
  );
}
