import { LongText } from './LongText.tsx';
import { NoUtf8 } from './NoUtf8.tsx';

export interface EntryTextProps {
  readonly bytes: Uint8Array;
  /** `null` when it is too long to be laid out at once. */
  readonly text: string | null;
  /** Of `text`. */
  readonly isUtf8: boolean;
}

export function EntryText({ bytes, text, isUtf8 }: EntryTextProps) {
  if (text === null) return <LongText bytes={bytes} />;
  if (text === '') return <p className="px-3 py-2 text-xs text-ink-soft">The payload is empty.</p>;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {!isUtf8 && <NoUtf8 />}
      <pre
        // Scrolled by keyboard too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto px-3 py-2 font-mono text-xs wrap-anywhere whitespace-pre-wrap focus-visible:-outline-offset-2"
      >
        {text}
      </pre>
    </div>
  );
}
