import { assertNever } from '#domain/assertNever.ts';
import { Notice } from '#ui/Notice.tsx';
import { Progress } from '#ui/Progress.tsx';
import { importSummary } from './importSummary.ts';
import type { ImportMatch } from './matchImport.ts';
import type { ImportStep } from './useImportReading.ts';

export interface ImportStepNotesProps {
  readonly step: ImportStep;
  /** What the profiles of the import are to those that are here. */
  readonly matches: readonly ImportMatch[];
  readonly onCancel: () => void;
}

/** What is said of it in words, apart from the list of profiles. */
export function ImportStepNotes({ step, matches, onCancel }: ImportStepNotesProps) {
  switch (step.kind) {
    case 'nothing':
      return (
        <p className="text-xs text-ink-soft">
          A WebSocket URL, or a line of wscat, websocat or curl. Or the files of Postman, Insomnia,
          Hoppscotch, Bruno, AsyncAPI, OpenAPI, a HAR recording, or Postern: choose them, drop them here, or
          paste one. Keys and tokens are kept as secrets.
        </p>
      );
    case 'reading':
      return <Progress label="Reading" done={0} onCancel={onCancel} />;
    case 'problem':
      return <Notice tone="bad">{step.message}</Notice>;
    case 'endpoint':
      return (
        <>
          <Notice tone="good">
            <ul>
              {importSummary(step.endpoint).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Notice>
          {step.endpoint.notes.map((note) => (
            <Notice key={note} tone="info">
              {note}
            </Notice>
          ))}
        </>
      );
    case 'import':
      return (
        <>
          <Notice tone={step.profiles.length === 0 ? 'warn' : 'good'}>
            {step.formats.join(', ')}: {profilesText(matches)}
          </Notice>
          {step.notices.map((notice) => (
            <Notice key={notice} tone="info">
              {notice}
            </Notice>
          ))}
        </>
      );
    default:
      return assertNever(step);
  }
}

function profilesText(matches: readonly ImportMatch[]): string {
  const count = matches.length;
  if (count === 0) return 'nothing to make a profile of.';
  const countOf = (kind: ImportMatch['kind']) => matches.filter((match) => match.kind === kind).length;
  const [fresh, changed, same] = [countOf('new'), countOf('changed'), countOf('same')];
  const all = count === 1 ? 'one profile' : `${count} profiles`;
  if (fresh === count) return `${all}.`;
  if (same === count) return `${all}, the same as yours.`;
  if (changed === 1 && count === 1) return `${all}, changed.`;
  const parts = [
    ...(fresh > 0 ? [`${fresh} new`] : []),
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(same > 0 ? [`${same} the same as yours`] : []),
  ];
  return `${all}: ${parts.join(', ')}.`;
}
