import { useId } from 'react';
import type { ImportReading } from '#domain/profile/import/readImport.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Disclosure } from '#ui/Disclosure.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { Select } from '#ui/Select.tsx';
import { CHANGED_CHOICES } from './changedChoices.ts';
import { choiceOf, decideImport, withChoice, withSecretsKept } from './importChoices.ts';
import type { ImportChoice, ImportChoices } from './importChoices.ts';
import { ImportPreviewRow } from './ImportPreviewRow.tsx';
import { leftBehindRows } from './importRows.ts';
import type { LeftBehindRow } from './importRows.ts';
import type { ImportMatch } from './matchImport.ts';

export interface ImportPreviewProps {
  readonly reading: Extract<ImportReading, { readonly kind: 'import' }>;
  /** Of the profiles, in their order. */
  readonly matches: readonly ImportMatch[];
  readonly chosen: ImportChoices;
  readonly onChosenChange: (chosen: ImportChoices) => void;
  readonly onEnvironmentChange: (name: string) => void;
  /** What the file brings of environments, in words; `null` for nothing. */
  readonly environments: string | null;
  readonly takesEnvironments: boolean;
  readonly onTakesEnvironmentsChange: (takes: boolean) => void;
}

/** More than these are counted. */
const MAX_LEFT_BEHIND_ROWS = 100;

/** More than these take longer to draw than a person waits, and nobody reads them. */
const MAX_PROFILE_ROWS = 500;

/** The profiles of an import: what is new, what is here already and what differs, to choose from; and what is left out. */
export function ImportPreview({
  reading,
  matches,
  chosen,
  onChosenChange,
  onEnvironmentChange,
  environments,
  takesEnvironments,
  onTakesEnvironmentsChange,
}: ImportPreviewProps) {
  const environmentId = useId();
  const decisions = decideImport(reading.profiles, matches, chosen);
  const left = leftBehindRows(reading.leftBehind);
  const placesOf = (kind: ImportMatch['kind']) =>
    matches.flatMap((match, index) => (match.kind === kind ? [index] : []));
  const fresh = placesOf('new');
  const changed = placesOf('changed');
  const choicesAt = (places: readonly number[]) =>
    new Set(
      places.flatMap((index) => {
        const match = matches[index];
        return match === undefined ? [] : [choiceOf(match, index, chosen)];
      }),
    );
  const ofChanged = choicesAt(changed);
  const [common] = ofChanged;
  const choose = (places: readonly number[], choice: ImportChoice) =>
    onChosenChange(withChoice(chosen, places, choice));
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
      {fresh.length > 1 && (
        <Checkbox
          className="pt-1 text-xs"
          isChecked={!choicesAt(fresh).has('skip')}
          onCheckedChange={(isChecked) => choose(fresh, isChecked ? 'create' : 'skip')}
          label={`All ${fresh.length} ${fresh.length === matches.length ? '' : 'new '}profiles`}
        />
      )}
      {changed.length > 1 && (
        <div className="flex flex-wrap items-center gap-2 pt-1 text-xs">
          <span>All {changed.length} that are changed</span>
          <Segmented<ImportChoice | 'various'>
            label="What to do with all that are changed"
            value={ofChanged.size === 1 ? (common ?? 'various') : 'various'}
            options={CHANGED_CHOICES}
            onValueChange={(choice) => choice !== 'various' && choose(changed, choice)}
          />
        </div>
      )}
      {decisions.length > 0 && (
        <ul
          aria-label="Profiles to import"
          className="flex max-h-96 flex-col overflow-y-auto rounded-md border border-line"
        >
          {rowsToShow(matches).map((index) => {
            const decision = decisions[index];
            const match = matches[index];
            if (decision === undefined || match === undefined) return null;
            return (
              <ImportPreviewRow
                key={`${index} ${decision.imported.fields.name}`}
                decision={decision}
                match={match}
                keepsSecrets={chosen.keepsSecrets.has(index)}
                isOnlyChanged={changed.length === 1}
                onChoice={(choice) => choose([index], choice)}
                onKeepsSecretsChange={(isKept) => onChosenChange(withSecretsKept(chosen, index, isKept))}
              />
            );
          })}
          {matches.length > MAX_PROFILE_ROWS && (
            <li className="px-2.5 py-1.5 text-xs text-ink-soft">
              And {matches.length - MAX_PROFILE_ROWS} more, as is chosen above for all.
            </li>
          )}
        </ul>
      )}
      {environments !== null && (
        <div className="flex flex-col gap-0.5 pt-1 text-xs">
          <Checkbox
            isChecked={takesEnvironments}
            onCheckedChange={onTakesEnvironmentsChange}
            label={`With the environments: ${environments}`}
          />
          <p className="pl-6 text-ink-soft">Values that you have stay as they are.</p>
        </div>
      )}
      {left.length > 0 && (
        <Disclosure
          title={`Not taken over, or changed: ${left.length}`}
          isInitiallyOpen={decisions.length === 0}
        >
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

/** The places of the profiles that are listed: all, or of many first those about which there is something to decide. */
function rowsToShow(matches: readonly ImportMatch[]): readonly number[] {
  const places = matches.map((_match, index) => index);
  if (places.length <= MAX_PROFILE_ROWS) return places;
  const isChanged = (index: number) => matches[index]?.kind === 'changed';
  return [...places.filter(isChanged), ...places.filter((index) => !isChanged(index))].slice(
    0,
    MAX_PROFILE_ROWS,
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
