import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { classNames } from './classNames.ts';
import { useMediaQuery } from './useMediaQuery.ts';

export interface ChartLine {
  readonly label: string;
  /** A class that gives the text colour which the line has, for example `text-accent`. */
  readonly colour: string;
  /** `NaN` where there is none. */
  readonly values: Float64Array;
  readonly isDashed?: boolean;
}

export interface LineChartProps {
  /** What a screen reader says in place of the picture. */
  readonly description: string;
  /** Seconds since the epoch, the same number as each line has values. */
  readonly times: Float64Array;
  readonly lines: readonly ChartLine[];
  readonly formatValue: (value: number) => string;
  readonly formatTime: (seconds: number) => string;
}

/** Where the person wants less motion, the picture moves on so often only, ms. */
const CALM_INTERVAL_MS = 5_000;

const AXIS_FONT = '11px ui-sans-serif, system-ui, sans-serif';
/** Room for the widest label of an axis, px. */
const VALUE_AXIS_PX = 58;
const TIME_AXIS_PX = 26;
/** The least distance between two labels, px. */
const TIME_SPACE_PX = 60;
const VALUE_SPACE_PX = 28;

/**
 * Lines over time, on a canvas that is as large as the element. Colours are those of the theme, read whenever it is
 * drawn. Another set of labels needs another element: give it a `key`.
 */
export function LineChart({ description, times, lines, formatValue, formatTime }: LineChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<UPlot | null>(null);
  const drawnAt = useRef(Number.NEGATIVE_INFINITY);
  const isCalm = useMediaQuery('(prefers-reduced-motion: reduce)');
  const [pointed, setPointed] = useState<number | null>(null);
  const made = useRef({ lines, formatValue, formatTime });

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const plot = new UPlot(optionsOf(element, made.current, setPointed), undefined, element);
    chart.current = plot;
    drawnAt.current = Number.NEGATIVE_INFINITY;
    const resizing = new ResizeObserver(() => plot.setSize(sizeOf(element)));
    resizing.observe(element);
    const redraw = () => plot.redraw(false, true);
    const theme = new MutationObserver(redraw);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', redraw);
    return () => {
      resizing.disconnect();
      theme.disconnect();
      scheme.removeEventListener('change', redraw);
      plot.destroy();
    };
  }, []);

  useEffect(() => {
    const now = performance.now();
    if (isCalm && now - drawnAt.current < CALM_INTERVAL_MS) return;
    drawnAt.current = now;
    chart.current?.setData([times, ...lines.map(({ values }) => withGaps(values))]);
  }, [times, lines, isCalm]);

  const shown = pointed !== null && pointed < times.length ? pointed : null;
  return (
    <figure className="flex min-h-0 flex-1 flex-col gap-1">
      <figcaption className="flex h-4 gap-3 overflow-hidden text-2xs whitespace-nowrap text-ink-soft tabular-nums">
        {lines.map(({ label, colour, values, isDashed }) => (
          <span key={label} className="flex items-center gap-1">
            <span
              aria-hidden
              className={classNames('w-3 border-t-2', isDashed === true && 'border-dashed', colour)}
              style={{ borderColor: 'currentColor' }}
            />
            {label}
            {shown !== null && <span className="text-ink">{valueText(values[shown], formatValue)}</span>}
          </span>
        ))}
        {shown !== null && <span className="ml-auto">{formatTime(times[shown] ?? 0)}</span>}
      </figcaption>
      {/* The picture is a canvas that the library makes in it. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div ref={box} role="img" aria-label={description} className="relative min-h-24 flex-1 overflow-hidden">
        {/* Not shown: what the canvas reads its colours from. */}
        {['text-ink-soft', 'text-line', ...lines.map(({ colour }) => colour)].map((colour, place) => (
          <span key={place} hidden className={colour} />
        ))}
      </div>
    </figure>
  );
}

function valueText(value: number | undefined, format: (value: number) => string): string {
  return value === undefined || Number.isNaN(value) ? '–' : format(value);
}

/** `null` is what the library draws nothing for. */
function withGaps(values: Float64Array): (number | null)[] {
  return Array.from(values, (value) => (Number.isNaN(value) ? null : value));
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement): { width: number; height: number } {
  return { width: Math.max(1, clientWidth), height: Math.max(1, clientHeight) };
}

/** The colours behind the elements that are not shown: of the axes, of their grid, and of each line. */
const INK = 0;
const GRID = 1;
const FIRST_LINE = 2;

function optionsOf(
  element: HTMLElement,
  { lines, formatValue, formatTime }: Pick<LineChartProps, 'lines' | 'formatValue' | 'formatTime'>,
  onPoint: (index: number | null) => void,
): UPlot.Options {
  const colour = (place: number) => () => {
    const probe = element.children[place];
    return probe === undefined ? 'gray' : getComputedStyle(probe).color;
  };
  const axis = { font: AXIS_FONT, stroke: colour(INK), ticks: { show: false } };
  return {
    ...sizeOf(element),
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, points: { show: false }, y: false },
    padding: [6, 8, 0, 0],
    scales: {
      // From nothing up: a rate that is cut off below looks like one that has changed.
      y: { range: (_, __, max) => [0, max > 0 ? max * 1.1 : 1] },
    },
    axes: [
      {
        ...axis,
        size: TIME_AXIS_PX,
        space: TIME_SPACE_PX,
        grid: { show: false },
        values: (_, splits) => splits.map(formatTime),
      },
      {
        ...axis,
        size: VALUE_AXIS_PX,
        space: VALUE_SPACE_PX,
        grid: { stroke: colour(GRID), width: 1 },
        values: (_, splits) => splits.map(formatValue),
      },
    ],
    series: [
      {},
      ...lines.map(({ label, isDashed }, place) => ({
        label,
        stroke: colour(FIRST_LINE + place),
        width: 1.5,
        ...(isDashed === true ? { dash: [4, 3] } : {}),
        points: { show: hasLonelyPoints },
        spanGaps: true,
      })),
    ],
    hooks: { setCursor: [({ cursor }) => onPoint(cursor.idx ?? null)] },
  };
}

/** Where values are few, a line alone would not show those that stand by themselves. */
const MAX_POINTS = 60;

function hasLonelyPoints({ data }: UPlot, line: number): boolean {
  const values = data[line] ?? [];
  let count = 0;
  for (const value of values) if (typeof value === 'number') count += 1;
  return count < MAX_POINTS && count < values.length;
}
