import type { HeaderField } from '#domain/handshake/handshakeRecord.ts';
import { classNames } from '#ui/classNames.ts';
import type { Tone } from '#ui/Badge.tsx';

export interface MessageHeadProps {
  /** The request or status line. */
  readonly firstLine: string;
  readonly tone: Tone;
  readonly headers: readonly HeaderField[];
}

const TONES: Readonly<Record<Tone, string>> = {
  neutral: 'text-ink',
  accent: 'text-accent',
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
};

/** The head of an HTTP message as it stood on the wire: order, case and repetition kept. */
export function MessageHead({ firstLine, tone, headers }: MessageHeadProps) {
  return (
    <div className="rounded-md bg-sunken px-2.5 py-1.5 font-mono text-xs wrap-anywhere">
      <p className={classNames('font-semibold', TONES[tone])}>{firstLine}</p>
      {headers.map((header, index) => (
        <p key={`${index} ${header.name}`} className="pl-4 -indent-4">
          <span className="text-accent">{header.name}</span>
          <span className="text-ink-soft">: </span>
          {header.value}
        </p>
      ))}
    </div>
  );
}
