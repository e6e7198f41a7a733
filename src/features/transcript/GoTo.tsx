import { useState } from 'react';
import type { ProfileId } from '#domain/profile/profile.ts';
import { parsePlace } from '#domain/transcript/parsePlace.ts';
import { classNames } from '#ui/classNames.ts';
import { useConnections } from '../stores/useStores.ts';

export interface GoToProps {
  readonly profileId: ProfileId;
  /** A moment of the day that times of day are taken of: of a row in sight. `null` for today. */
  readonly aroundMs: number | null;
  readonly onGo: (position: number) => void;
}

const HELP = 'A time (12:01:07), a date and time, a number (#1204), 50%, first or last. Then press Enter.';

/** Jumps to a place of the log. It stands in the line of counts, where nothing has to make way for it. */
export function GoTo({ profileId, aroundMs, onGo }: GoToProps) {
  const { findPlace } = useConnections((state) => state.actions);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const go = async () => {
    const around = aroundMs ?? Date.now();
    const timeZoneOffsetMinutes = new Date(around).getTimezoneOffset();
    const place = parsePlace(text, { aroundMs: around, timeZoneOffsetMinutes });
    if (place === null) return setProblem(`“${text}” is no place in a log. ${HELP}`);
    const position = await findPlace(profileId, place);
    if (position === null) return setProblem('The log shows no entry to go to.');
    setProblem(null);
    setText('');
    onGo(position);
    // From there the arrow keys go on.
    document.getElementById('messages')?.focus();
  };

  return (
    <span className="relative shrink-0">
      <input
        id="go-to"
        aria-label="Go to"
        aria-describedby="go-to-help"
        aria-invalid={problem !== null || undefined}
        placeholder="Go to time or #"
        title={HELP}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setProblem(null);
        }}
        onBlur={() => setProblem(null)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && text.trim() !== '') void go();
          if (event.key === 'Escape') {
            setText('');
            setProblem(null);
          }
        }}
        className={classNames(
          'h-5 w-32 rounded border bg-surface px-1.5 text-2xs text-ink hover:border-control',
          problem === null ? 'border-control/60' : 'border-bad',
        )}
      />
      <span id="go-to-help" className="sr-only">
        {HELP}
      </span>
      {problem !== null && (
        <span
          role="alert"
          className="absolute right-0 bottom-full mb-1 w-64 rounded-md border border-line bg-raised p-2 text-xs whitespace-normal text-bad shadow-raised"
        >
          {problem}
        </span>
      )}
    </span>
  );
}
