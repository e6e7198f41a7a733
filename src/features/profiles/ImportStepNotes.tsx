import { assertNever } from '#domain/assertNever.ts';
import { Notice } from '#ui/Notice.tsx';
import { Progress } from '#ui/Progress.tsx';
import { importSummary } from './importSummary.ts';
import type { ImportStep } from './useImportReading.ts';

export interface ImportStepNotesProps {
  readonly step: ImportStep;
  readonly onCancel: () => void;
}

/** What is said of it in words, apart from the list of profiles. */
export function ImportStepNotes({ step, onCancel }: ImportStepNotesProps) {
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
            {step.formats.join(', ')}: {profilesText(step.profiles.length)}
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

function profilesText(count: number): string {
  if (count === 0) return 'nothing to make a profile of.';
  return count === 1 ? 'one profile.' : `${count} profiles.`;
}
