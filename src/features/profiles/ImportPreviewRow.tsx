import { FilePen } from 'lucide-react';
import { useId } from 'react';
import { Badge } from '#ui/Badge.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Disclosure } from '#ui/Disclosure.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { CHANGED_CHOICES } from './changedChoices.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { toFillIn } from './importChoices.ts';
import type { ImportChoice, ImportDecision } from './importChoices.ts';
import { toImportRow } from './importRows.ts';
import type { ImportMatch } from './matchImport.ts';

export interface ImportPreviewRowProps {
  readonly decision: ImportDecision;
  readonly match: ImportMatch;
  /** In spite of the risks. */
  readonly keepsSecrets: boolean;
  /** Then its differences are in sight at once. */
  readonly isOnlyChanged: boolean;
  readonly onChoice: (choice: ImportChoice) => void;
  readonly onKeepsSecretsChange: (isKept: boolean) => void;
}

/** One profile of an import: taken or not when it is new, and what becomes of it when it is here in another form. */
export function ImportPreviewRow(props: ImportPreviewRowProps) {
  const { decision, match, onChoice } = props;
  const notesId = useId();
  const row = toImportRow(decision.imported);
  const missing = match.kind === 'new' ? row.toFillIn : toFillIn(decision, match);
  const notes = [
    ...(row.unusual.length > 0 ? [`This profile ${row.unusual.join(', ')}`] : []),
    ...(missing.length > 0 ? [`To be filled in: ${missing.join(', ')}`] : []),
  ];
  return (
    <li className="flex items-start gap-2.5 border-b border-line px-2.5 py-1.5 [contain-intrinsic-size:auto_3rem] [content-visibility:auto] last:border-b-0">
      {match.kind === 'changed' ? (
        <FilePen aria-hidden className="mt-1 size-3.5 shrink-0 text-ink-soft" />
      ) : (
        <Checkbox
          className="pt-0.5"
          isChecked={decision.fields !== null}
          isDisabled={match.kind === 'same'}
          onCheckedChange={(isChecked) => onChoice(isChecked ? 'create' : 'skip')}
          label={match.kind === 'same' ? `${row.label}, the same as yours` : row.label}
          isLabelHidden
          describedBy={notes.length > 0 ? notesId : undefined}
        />
      )}
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <span className="min-w-0 truncate font-medium">{row.name}</span>
          {row.folder !== '' && <span className="min-w-0 truncate text-xs text-ink-soft">{row.folder}</span>}
          {row.gateway !== '' && <Badge tone="accent">{row.gateway}</Badge>}
          {row.secrets !== '' && <Badge>{row.secrets}</Badge>}
          {row.messages !== '' && <Badge>{row.messages}</Badge>}
          {match.kind === 'same' && <Badge tone="good">Same as yours</Badge>}
          {match.kind === 'changed' && <Badge tone="warn">Changed</Badge>}
          {match.kind === 'changed' && (
            <Segmented
              className="ml-auto"
              label={`What to do with ${row.name}`}
              value={decision.choice}
              options={CHANGED_CHOICES}
              onValueChange={onChoice}
            />
          )}
        </div>
        <p className="truncate font-mono text-xs text-ink-soft" title={row.url}>
          {row.url}
        </p>
        {row.description !== '' && (
          <p className="truncate text-xs text-ink-soft" title={row.description}>
            {row.description}
          </p>
        )}
        {notes.length > 0 && (
          <div id={notesId} className="text-xs wrap-anywhere text-warn">
            {notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
          </div>
        )}
        {match.kind === 'changed' && <Changes {...props} match={match} />}
      </div>
    </li>
  );
}

interface ChangesProps extends ImportPreviewRowProps {
  readonly match: Extract<ImportMatch, { readonly kind: 'changed' }>;
}

function Changes({ decision, match, keepsSecrets, isOnlyChanged, onKeepsSecretsChange }: ChangesProps) {
  const { differences, risks, isEdited } = match;
  const isUpdate = decision.choice === 'update';
  return (
    <>
      <Disclosure
        className="-ml-1"
        title={differences.length === 1 ? '1 difference' : `${differences.length} differences`}
        isInitiallyOpen={isOnlyChanged}
      >
        <DifferenceList differences={differences} />
      </Disclosure>
      {isUpdate && isEdited && (
        <Notice tone="info" className="mb-1">
          You have changes to it that are not saved: the update takes their place.
        </Notice>
      )}
      {isUpdate && risks.length > 0 && (
        <Notice tone="warn" className="mb-1">
          <p>With this update your secrets would {risks.join(', ')}. They are left out of it.</p>
          <Checkbox
            className="mt-1"
            isChecked={keepsSecrets}
            onCheckedChange={onKeepsSecretsChange}
            label="Use my secrets there all the same"
          />
        </Notice>
      )}
    </>
  );
}
