import { useState } from 'react';
import { formatCount } from '#domain/format/formatCount.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';

/** More than this is laid out only when asked for, UTF-16 units: a browser takes seconds over megabytes of one line. */
const MAX_LENGTH_AT_FIRST = 100_000;

export interface EntryTextProps {
  readonly text: string;
  readonly isUtf8: boolean;
}

export function EntryText({ text, isUtf8 }: EntryTextProps) {
  const [isWhole, setWhole] = useState(text.length <= MAX_LENGTH_AT_FIRST);
  if (text === '') return <p className="px-3 py-2 text-xs text-ink-soft">The payload is empty.</p>;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {!isUtf8 && (
        <Notice tone="warn" className="m-2 mb-0">
          These bytes are not all text: “&#xFFFD;” stands for what is no UTF-8.
        </Notice>
      )}
      {!isWhole && (
        <Notice
          tone="info"
          className="m-2 mb-0"
          action={
            <Button size="small" onClick={() => setWhole(true)}>
              Show all
            </Button>
          }
        >
          The first {formatCount(MAX_LENGTH_AT_FIRST)} of {formatCount(text.length)} characters.
        </Notice>
      )}
      <pre
        // Scrolled by keyboard too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto px-3 py-2 font-mono text-xs wrap-anywhere whitespace-pre-wrap focus-visible:-outline-offset-2"
      >
        {isWhole ? text : text.slice(0, MAX_LENGTH_AT_FIRST)}
      </pre>
    </div>
  );
}
