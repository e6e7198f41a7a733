import { useId } from 'react';
import type { ImportReading } from '#domain/profile/import/readImport.ts';
import { Badge } from '#ui/Badge.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Disclosure } from '#ui/Disclosure.tsx';
import { Select } from '#ui/Select.tsx';
import { leftBehindRows, toImportRow } from './importRows.ts';
import type { ImportRow, LeftBehindRow } from './importRows.ts';

export interface ImportPreviewProps {
  readonly reading: Extract<ImportReading, { readonly kind: 'import' }>;
  /** The places in the list of those that the person does not want. */
  readonly leftOut: ReadonlySet<number>;
  readonly onLeftOutChange: (leftOut: ReadonlySet<number>) => void;
  readonly onEnvironmentChange: (name: string) => void;
}

/** More than these are counted. */
const MAX_LEFT_BEHIND_ROWS = 100;

/** The profiles that an import would make, to choose from, and what of the file none of them has. */
export function ImportPreview({
  reading,
  leftOut,
  onLeftOutChange,
  onEnvironmentChange,
}: ImportPreviewProps) {
  const environmentId = useId();
  const rows = reading.profiles.map(toImportRow);
  const left = leftBehindRows(reading.leftBehind);
  const setTaken = (index: number, isTaken: boolean) => {
    const next = new Set(leftOut);
    if (isTaken) next.delete(index);
    else next.add(index);
    onLeftOutChange(next);
  };
  return (
    <>
      {reading.environments.length > 1 && reading.environment !== null && (
        <div className="flex items-center gap-2 pt-1">
          <label htmlFor={environmentId} className="text-xs">
            Variables filled in from
          </label>
          <Select
            id={environmentId}
            value={reading.environment}
            options={reading.environments.map((name) => ({ value: name, label: name }))}
            onValueChange={onEnvironmentChange}
          />
        </div>
      )}
      {rows.length > 1 && (
        <Checkbox
          className="pt-1 text-xs"
          isChecked={leftOut.size === 0}
          onCheckedChange={(isChecked) => onLeftOutChange(new Set(isChecked ? [] : rows.keys()))}
          label={`All ${rows.length} profiles`}
        />
      )}
      {rows.length > 0 && (
        <ul
          aria-label="Profiles to create"
          className="flex max-h-72 flex-col overflow-y-auto rounded-md border border-line"
        >
          {rows.map((row, index) => (
            <PreviewRow
              key={`${index} ${row.label}`}
              row={row}
              isTaken={!leftOut.has(index)}
              onTakenChange={(isTaken) => setTaken(index, isTaken)}
            />
          ))}
        </ul>
      )}
      {left.length > 0 && (
        <Disclosure title={`Not taken over, or changed: ${left.length}`} isInitiallyOpen={rows.length === 0}>
          <ul aria-label="Not taken over, or changed" className="flex flex-col gap-1.5 text-xs">
            {left.slice(0, MAX_LEFT_BEHIND_ROWS).map((row) => (
              <LeftBehindItem key={row.reason} row={row} />
            ))}
            {left.length > MAX_LEFT_BEHIND_ROWS && <li>And {left.length - MAX_LEFT_BEHIND_ROWS} more.</li>}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

interface PreviewRowProps {
  readonly row: ImportRow;
  readonly isTaken: boolean;
  readonly onTakenChange: (isTaken: boolean) => void;
}

function PreviewRow({ row, isTaken, onTakenChange }: PreviewRowProps) {
  const notesId = useId();
  const notes = [
    ...(row.unusual.length > 0 ? [`This profile ${row.unusual.join(', ')}`] : []),
    ...(row.toFillIn.length > 0 ? [`To be filled in: ${row.toFillIn.join(', ')}`] : []),
  ];
  return (
    <li className="flex items-start gap-2.5 border-b border-line px-2.5 py-1.5 [contain-intrinsic-size:auto_3rem] [content-visibility:auto] last:border-b-0">
      <Checkbox
        className="pt-0.5"
        isChecked={isTaken}
        onCheckedChange={onTakenChange}
        label={row.label}
        isLabelHidden
        describedBy={notes.length > 0 ? notesId : undefined}
      />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <span className="min-w-0 truncate font-medium">{row.name}</span>
          {row.folder !== '' && <span className="min-w-0 truncate text-xs text-ink-soft">{row.folder}</span>}
          {row.gateway !== '' && <Badge tone="accent">{row.gateway}</Badge>}
          {row.secrets !== '' && <Badge>{row.secrets}</Badge>}
          {row.messages !== '' && <Badge>{row.messages}</Badge>}
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
      </div>
    </li>
  );
}

function LeftBehindItem({ row }: { readonly row: LeftBehindRow }) {
  return (
    <li className="wrap-anywhere">
      {row.reason}
      {row.places !== '' && <span className="block font-mono text-2xs text-ink-soft">{row.places}</span>}
    </li>
  );
}
