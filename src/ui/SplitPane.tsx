import { useEffect, useId, useRef, useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { classNames } from './classNames.ts';
import { deviceStorage } from './deviceStorage.ts';
import { SplitSeparator } from './SplitSeparator.tsx';
import { moveSplit, parseSplitSize, readStoredSplit, splitLimits } from './splitSize.ts';
import type { SplitSize } from './splitSize.ts';

export interface SplitPaneProps {
  /** Names the stored size; unique on the page. */
  readonly id: string;
  readonly orientation: 'horizontal' | 'vertical';
  /** Its size is the one that is moved: as a share it follows the window, in pixels it keeps them. */
  readonly first: SplitPart & { readonly size: string };
  /** `null` while there is nothing to show beside the first, which then has all the room. */
  readonly second: SplitPart | null;
}

export interface SplitPart {
  readonly content: ReactNode;
  /** CSS sizes, for example `240px` or `40%`. */
  readonly minSize: string;
  readonly maxSize?: string;
}

/** Two parts and a separator between them that moves by pointer and by arrow keys; the size stays over reloads. */
export function SplitPane({ id, orientation, first, second }: SplitPaneProps) {
  const isHorizontal = orientation === 'horizontal';
  const storedAs = `postern-split-${id}`;
  const initial = parseSplitSize(first.size);
  const [size, setSize] = useState(
    () => readStoredSplit(deviceStorage.getItem(storedAs), initial.unit) ?? initial,
  );
  const group = useRef<HTMLDivElement>(null);
  const firstPart = useRef<HTMLDivElement>(null);
  const firstId = useId();
  // What the separator tells a screen reader; the parts themselves are laid out by the browser alone.
  const [measured, setMeasured] = useState({ first: 0, total: 0 });

  useEffect(() => {
    const [whole, part] = [group.current, firstPart.current];
    if (whole === null || part === null) return undefined;
    const observer = new ResizeObserver(() =>
      setMeasured({ first: lengthOf(part, isHorizontal), total: lengthOf(whole, isHorizontal) }),
    );
    observer.observe(whole);
    observer.observe(part);
    return () => observer.disconnect();
  }, [isHorizontal]);

  const limits = second === null ? null : splitLimits(measured.total, first, second);
  const change = (changed: SplitSize) => {
    setSize(changed);
    deviceStorage.setItem(storedAs, String(changed.value));
  };
  return (
    <div ref={group} className={classNames('flex min-h-0 min-w-0 flex-1', !isHorizontal && 'flex-col')}>
      <div
        ref={firstPart}
        id={firstId}
        className="flex min-h-0 min-w-0 flex-col overflow-hidden"
        style={second === null ? { flex: '1 1 0' } : partStyle(first, size, isHorizontal)}
      >
        {first.content}
      </div>
      {second !== null && limits !== null && (
        <>
          <SplitSeparator
            orientation={orientation}
            controls={firstId}
            position={measured.first}
            total={measured.total}
            limits={limits}
            readPosition={() => (firstPart.current === null ? 0 : lengthOf(firstPart.current, isHorizontal))}
            onMove={(pixels) => change(moveSplit(pixels, measured.total, limits, initial.unit))}
            onReset={() => change(initial)}
          />
          <div
            className="flex min-h-0 min-w-0 flex-col overflow-hidden"
            style={partStyle(second, { unit: 'share', value: restOf(size) }, isHorizontal)}
          >
            {second.content}
          </div>
        </>
      )}
    </div>
  );
}

/** Beside a part that keeps its pixels, the other takes all the rest. */
function restOf(size: SplitSize): number {
  return size.unit === 'share' ? 1 - size.value : 1;
}

/** As flex items the parts keep to their least and most by themselves, whatever the window does. */
function partStyle(part: SplitPart, { unit, value }: SplitSize, isHorizontal: boolean): CSSProperties {
  const flex = unit === 'share' ? `${value} 1 0` : `0 1 ${value}px`;
  const { minSize, maxSize = 'none' } = part;
  return isHorizontal
    ? { flex, minWidth: minSize, maxWidth: maxSize }
    : { flex, minHeight: minSize, maxHeight: maxSize };
}

function lengthOf(element: HTMLElement, isHorizontal: boolean): number {
  const { width, height } = element.getBoundingClientRect();
  return isHorizontal ? width : height;
}
