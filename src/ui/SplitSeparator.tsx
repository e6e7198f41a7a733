import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { classNames } from './classNames.ts';
import type { SplitLimits } from './splitSize.ts';

export interface SplitSeparatorProps {
  /** How the two parts lie; the separator stands across. */
  readonly orientation: 'horizontal' | 'vertical';
  /** The id of the part before it. */
  readonly controls: string;
  /** The size of the part before it, and of both together, px. */
  readonly position: number;
  readonly total: number;
  readonly limits: SplitLimits;
  /** The position of this very moment: keys come quicker than what is measured is told. */
  readonly readPosition: () => number;
  readonly onMove: (pixels: number) => void;
  readonly onReset: () => void;
}

/** An arrow key's step, px: some twenty from one end of a pane to the other. */
const KEY_STEP_PX = 24;

/** The window splitter of the ARIA Authoring Practices, without its collapsing: every part has a least size here. */
export function SplitSeparator(props: SplitSeparatorProps) {
  const { orientation, position, total, limits, readPosition, onMove } = props;
  const isHorizontal = orientation === 'horizontal';
  const [isDragged, setDragged] = useState(false);
  /** From the pointer to the position, px: the separator keeps to the point where it was taken. */
  const grip = useRef(0);

  const coordinate = (event: PointerEvent) => (isHorizontal ? event.clientX : event.clientY);
  const onKeyDown = (event: KeyboardEvent) => {
    const target = keyTarget(event.key, isHorizontal, readPosition(), limits);
    if (target === null) return;
    event.preventDefault();
    onMove(target);
  };
  return (
    <div
      // A separator that takes the focus is a control with a value (WAI-ARIA 1.2, separator); an `hr` is none.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="separator"
      tabIndex={0}
      aria-label="Resize"
      aria-controls={props.controls}
      aria-orientation={isHorizontal ? 'vertical' : 'horizontal'}
      aria-valuenow={percent(position, total)}
      aria-valuemin={percent(limits.min, total)}
      aria-valuemax={percent(limits.max, total)}
      onKeyDown={onKeyDown}
      onDoubleClick={props.onReset}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = readPosition() - coordinate(event);
        setDragged(true);
      }}
      onPointerMove={(event) => isDragged && onMove(coordinate(event) + grip.current)}
      onLostPointerCapture={() => setDragged(false)}
      className={classNames(
        'relative z-10 shrink-0 touch-none outline-offset-0 select-none hover:bg-accent',
        // Wider to the pointer than to the eye.
        'after:absolute after:content-[""]',
        isHorizontal
          ? 'w-px cursor-col-resize after:-inset-x-1 after:inset-y-0'
          : 'h-px cursor-row-resize after:inset-x-0 after:-inset-y-1',
        isDragged ? 'bg-accent' : 'bg-line',
      )}
    />
  );
}

function keyTarget(key: string, isHorizontal: boolean, position: number, limits: SplitLimits): number | null {
  switch (key) {
    case isHorizontal ? 'ArrowLeft' : 'ArrowUp':
      return position - KEY_STEP_PX;
    case isHorizontal ? 'ArrowRight' : 'ArrowDown':
      return position + KEY_STEP_PX;
    case 'Home':
      return limits.min;
    case 'End':
      return limits.max;
    default:
      return null;
  }
}

function percent(pixels: number, total: number): number {
  return total === 0 ? 0 : Math.round((100 * pixels) / total);
}
