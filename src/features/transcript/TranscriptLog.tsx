import { Suspense, useMemo, useRef, useState } from 'react';
import type { MouseEvent } from 'react';
import type { ProfileId } from '#domain/profile/profile.ts';
import type { TranscriptWindow } from '#domain/transcript/entry.ts';
import { onDemand } from '#ui/onDemand.ts';
import { useSession } from '../stores/useStores.ts';
import type { AnnotationContext } from '#domain/gateway/annotate.ts';
import { isAtTail, rowsInSight, rowsPerView, spacerHeight } from '#ui/rowWindow.ts';
import type { RowRange } from '#ui/rowWindow.ts';
import { GoTo } from './GoTo.tsx';
import { JumpToNewest } from './JumpToNewest.tsx';
import { LogEmpty } from './LogEmpty.tsx';
import { LogRow } from './LogRow.tsx';
import { logAnnouncing } from './logAnnouncing.ts';
import { ROW_HEIGHT_PX } from './logRows.ts';
import { describeRow, transcriptRowView } from './transcriptRowView.ts';
import type { TranscriptRowView } from './transcriptRowView.ts';
import { markOf } from './rowMark.ts';
import { slotOf, slotsFor } from './rowSlots.ts';
import { useAnnotationContext } from './useAnnotationContext.ts';
import { useLogScroll } from './useLogScroll.ts';
import { RangeBar } from './RangeBar.tsx';
import { TranscriptCounts } from './TranscriptCounts.tsx';
import { useCopyRange } from './useCopyRange.ts';
import { useReveal } from './useReveal.ts';
import { useSought } from './useSought.ts';
import { isInRange, useRowSelection } from './useRowSelection.ts';

const MeasuresPanel = onDemand(async () => (await import('./MeasuresPanel.tsx')).MeasuresPanel);

export interface TranscriptLogProps {
  readonly profileId: ProfileId;
}

/**
 * The rows. The scrolled element holds a spacer for the scrollbar and, over it, a box that stays in place and is as
 * high as the view; the rows in sight are drawn into that, in one sheet that is shifted as a whole.
 *
 * A row keeps its element while it is in sight; after that the next row to come takes it over (so a change of it is read
 * out whole: `aria-atomic`). In a stream every row is another one at each step, and new text costs less than new elements.
 */
export function TranscriptLog({ profileId }: TranscriptLogProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const view = useLogScroll(profileId, scroller);
  const copyRange = useCopyRange(profileId);
  const selection = useRowSelection(profileId, view, copyRange);
  useReveal(profileId, view, selection);
  const [isMeasuring, setMeasuring] = useState(false);
  const rate = useSession(profileId, (session) => session.summary.ratePerSecond) ?? 0;
  const sought = useSought(profileId);
  const { geometry, position } = view;
  const { range } = selection;
  const slotCount = rowsPerView(geometry);
  const context = useAnnotationContext(profileId);
  const { first, count } = rowsInSight(position, geometry);
  const firstAt = view.origin + first;
  const [drawnSlots, setDrawnSlots] = useState({ first: firstAt, count, base: firstAt });
  const slots = slotsFor(drawnSlots, { first: firstAt, count });
  if (slots !== drawnSlots) setDrawnSlots(slots);
  // More often than other rows come, it is told how many there are.
  const rows = useMemo(
    () => rowsToDraw(view.window, { first: firstAt, count }, context),
    [view.window, firstAt, count, context],
  );
  const selectedRow =
    rows.find(({ row }) => row !== null && row.sequence === selection.selected)?.row ?? null;

  const selectClicked = (event: MouseEvent<HTMLElement>) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-sequence]') : null;
    if (row === null) return;
    const sequence = Number(row.dataset['sequence']);
    if (event.shiftKey) selection.extendTo(sequence);
    else selection.select(sequence);
  };

  return (
    <>
      <div className="@container relative min-h-0 flex-1 bg-surface">
        {/* Scrolled and read by keys, so the log itself takes the focus: rows come and go too fast to keep it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <div
          ref={scroller}
          id="messages"
          role="log"
          aria-label="Messages"
          aria-live={logAnnouncing(rate, view.isFollowing)}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          onScroll={view.onScroll}
          onWheel={view.onWheel}
          onMouseDown={keepTextUnmarked}
          onClick={selectClicked}
          onKeyDown={selection.onKeyDown}
          className="h-full overflow-x-hidden overflow-y-auto [overflow-anchor:none] focus-visible:-outline-offset-2"
        >
          <div className="relative" style={{ height: spacerHeight(geometry) }}>
            <div
              className="sticky top-0 overflow-clip contain-strict"
              style={{ height: geometry.viewHeight, maxHeight: '100%' }}
            >
              <div
                className="absolute inset-x-0"
                style={{
                  transform: `translateY(${(slots.base - view.origin) * ROW_HEIGHT_PX - position}px)`,
                }}
              >
                {rows.map(({ at, row }) => (
                  <div
                    key={slotOf(slots, at, slotCount)}
                    aria-atomic
                    className="absolute inset-x-0"
                    style={{ top: (at - slots.base) * ROW_HEIGHT_PX }}
                  >
                    {row === null ? (
                      <UnreadRow />
                    ) : (
                      <LogRow
                        row={row}
                        sought={sought}
                        isSelected={row === selectedRow}
                        isInRange={isInRange(selection.range, at)}
                      />
                    )}
                  </div>
                ))}
              </div>
            </div>
          </div>
        </div>
        <LogEmpty profileId={profileId} />
        <span className="sr-only" aria-live="polite">
          {selectedRow === null ? '' : describeRow(selectedRow)}
        </span>
        {!view.isFollowing && (view.unseenCount > 0 || !isAtTail(position, geometry)) && (
          <JumpToNewest unseenCount={view.unseenCount} onJump={view.showNewest} />
        )}
        {range !== null && (
          <RangeBar range={range} onCopy={() => copyRange(range)} onDrop={selection.dropRange} />
        )}
      </div>
      {isMeasuring && (
        <Suspense fallback={<p className="h-60 border-t border-line bg-surface" />}>
          <MeasuresPanel
            profileId={profileId}
            onClose={() => {
              setMeasuring(false);
              // What opens it again; the button that was pressed goes.
              document.getElementById('measures')?.focus();
            }}
          />
        </Suspense>
      )}
      <TranscriptCounts
        profileId={profileId}
        isMeasuring={isMeasuring}
        onMeasuringChange={setMeasuring}
        goTo={
          <GoTo
            profileId={profileId}
            aroundMs={view.window.rows.at(-1)?.time ?? null}
            onGo={selection.jumpTo}
          />
        }
      />
    </>
  );
}

/** With Shift the browser would mark the text of all rows up to the one that is clicked, as far as there are elements. */
function keepTextUnmarked(event: MouseEvent): void {
  if (event.shiftKey) event.preventDefault();
}

interface DrawnRow {
  /** Position within what the filter shows. */
  readonly at: number;
  /** `null` while it is being read. */
  readonly row: TranscriptRowView | null;
}

function rowsToDraw(
  window: TranscriptWindow,
  { first, count }: RowRange,
  context: AnnotationContext,
): readonly DrawnRow[] {
  return Array.from({ length: count }, (_, offset) => {
    const at = first + offset;
    const row = window.rows[at - window.first];
    if (row === undefined) return { at, row: null };
    return { at, row: transcriptRowView(row, new Date(row.time).getTimezoneOffset(), markOf(row, context)) };
  });
}

function UnreadRow() {
  return (
    <div aria-hidden className="flex h-6 items-center px-3">
      <span className="h-1.5 w-2/5 rounded-full bg-sunken" />
    </div>
  );
}
