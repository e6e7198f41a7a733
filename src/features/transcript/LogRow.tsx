import { memo } from 'react';
import type { Direction } from '#domain/transcript/entry.ts';
import { classNames } from '#ui/classNames.ts';
import { DirectionMark } from './DirectionMark.tsx';
import { MarkedText } from './MarkedText.tsx';
import { DIRECTION_WORDS } from './transcriptRowView.ts';
import type { RowLook, RowMark, TranscriptRowView } from './transcriptRowView.ts';

export interface LogRowProps {
  readonly row: TranscriptRowView;
  readonly isSelected: boolean;
  /** One of several rows that were selected to be copied. */
  readonly isInRange: boolean;
  /** What was searched for. */
  readonly sought: readonly RegExp[];
}

/** One line of the log. Its height is `ROW_HEIGHT_PX`, which `h-6` says again. */
export const LogRow = memo(function LogRow({ row, isSelected, isInRange, sought }: LogRowProps) {
  return (
    <div
      data-sequence={row.sequence}
      aria-current={isSelected || undefined}
      className={classNames(
        'flex h-6 items-center gap-2 px-3 font-mono text-xs whitespace-pre',
        isSelected || isInRange ? 'bg-selected' : 'hover:bg-hover',
        isSelected && 'shadow-[inset_2px_0_0_var(--color-accent)]',
      )}
    >
      <span className="shrink-0 text-ink-soft tabular-nums">{row.time}</span>
      <DirectionColumn direction={row.direction} />
      <RowText row={row} sought={sought} />
      {row.mark !== null && (
        <span
          className={classNames(
            'shrink-0 rounded px-1 font-sans text-2xs leading-4',
            MARK_TONES[row.mark.tone],
          )}
        >
          {row.mark.text}
        </span>
      )}
      {row.frames !== '' && (
        <span className="hidden shrink-0 text-ink-soft italic @sm:block">{row.frames}</span>
      )}
      {row.look !== 'event' && (
        <span className="hidden w-16 shrink-0 text-right text-ink-soft tabular-nums @md:block">
          {row.size}
        </span>
      )}
      <span className="hidden w-22 shrink-0 text-right text-ink-soft tabular-nums @lg:block">{row.gap}</span>
    </div>
  );
});

const MARK_TONES: Readonly<Record<RowMark['tone'], string>> = {
  bad: 'bg-bad-soft text-bad',
  good: 'bg-good-soft text-good',
  info: 'bg-accent-soft text-accent',
};

const TEXT_LOOKS: Readonly<Record<RowLook, string>> = {
  data: 'text-ink',
  control: 'text-ink-soft italic',
  event: 'text-ink-soft italic',
};

function RowText({ row, sought }: Pick<LogRowProps, 'row' | 'sought'>) {
  const text = (
    <span className={classNames('min-w-0 truncate', row.look !== 'event' && 'flex-1', TEXT_LOOKS[row.look])}>
      {row.label !== null && <span className="mr-2 text-ink-soft italic">{row.label}</span>}
      <MarkedText text={row.preview} sought={sought} />
      {row.isPreviewCut && '…'}
    </span>
  );
  if (row.look !== 'event') return text;
  return (
    <span className="flex min-w-0 flex-1 items-center gap-2">
      {text}
      <span aria-hidden className="h-px flex-1 bg-line" />
    </span>
  );
}

/** Sent stands to the left and points up, received to the right and points down: told apart without their colours. */
function DirectionColumn({ direction }: { readonly direction: Direction | null }) {
  return (
    <span className={classNames('flex w-6 shrink-0', direction === 'received' && 'justify-end')}>
      {direction !== null && (
        <>
          <DirectionMark direction={direction} />
          <span className="sr-only">{DIRECTION_WORDS[direction]}</span>
        </>
      )}
    </span>
  );
}
