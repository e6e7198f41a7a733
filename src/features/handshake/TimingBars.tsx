import { formatDuration } from '#domain/format/formatDuration.ts';
import type { HandshakeRecord } from '#domain/handshake/handshakeRecord.ts';
import { classNames } from '#ui/classNames.ts';
import { layOutTimings } from './layOutTimings.ts';

/** Where the time of the attempt went, to scale. */
export function TimingBars({ record }: { readonly record: HandshakeRecord }) {
  return (
    <ul className="flex flex-col gap-0.5 text-xs">
      {layOutTimings(record).map((bar) => (
        <li key={bar.step} className="grid grid-cols-[4.5rem_minmax(0,1fr)_4rem] items-center gap-2">
          <span className="text-ink-soft">{bar.label}</span>
          <span aria-hidden className="relative h-2 rounded-sm bg-sunken">
            <span
              className={classNames(
                'absolute inset-y-0 min-w-[3px] rounded-sm',
                {
                  waiting: 'bg-transparent',
                  running: 'animate-pulse bg-accent',
                  done: 'bg-accent',
                  failed: 'bg-bad',
                }[bar.state],
              )}
              style={{ left: `${bar.offset * 100}%`, width: `${bar.width * 100}%` }}
            />
          </span>
          <span className="text-right tabular-nums">
            {bar.durationMs === null ? '–' : formatDuration(bar.durationMs)}
          </span>
        </li>
      ))}
      {record.endedMs !== null && (
        <li className="grid grid-cols-[4.5rem_minmax(0,1fr)_4rem] gap-2 border-t border-line pt-0.5">
          <span className="text-ink-soft">Total</span>
          <span className="text-2xs text-ink-soft">
            {record.firstByteMs !== null && `first byte after ${formatDuration(record.firstByteMs)}`}
          </span>
          <span className="text-right font-medium tabular-nums">{formatDuration(record.endedMs)}</span>
        </li>
      )}
    </ul>
  );
}
