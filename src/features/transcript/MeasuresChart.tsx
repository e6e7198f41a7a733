import { assertNever } from '#domain/assertNever.ts';
import { formatBytes } from '#domain/format/formatBytes.ts';
import { formatClock } from '#domain/format/formatClock.ts';
import { formatCount } from '#domain/format/formatCount.ts';
import { formatDuration } from '#domain/format/formatDuration.ts';
import type { MeasureSeries } from '#domain/transcript/measures.ts';
import { LineChart } from '#ui/LineChart.tsx';
import type { ChartLine } from '#ui/LineChart.tsx';

/** What the chart is of. */
export type ChartTopic = 'messages' | 'bytes' | 'roundTrips';

export interface MeasuresChartProps {
  readonly topic: ChartTopic;
  readonly series: MeasureSeries;
}

const SENT = 'text-sent';
const RECEIVED = 'text-accent';

export function MeasuresChart({ topic, series }: MeasuresChartProps) {
  const { lines, title, formatValue } = chartOf(topic, series);
  const times = series.sent.map((_, place) => (series.startedAt + place * series.slotMs) / 1_000);
  return (
    <LineChart
      key={topic}
      description={describeChart(title, lines, formatValue)}
      times={times}
      lines={lines}
      formatValue={formatValue}
      formatTime={formatTime}
    />
  );
}

interface Chart {
  readonly title: string;
  readonly lines: readonly ChartLine[];
  readonly formatValue: (value: number) => string;
}

function chartOf(topic: ChartTopic, series: MeasureSeries): Chart {
  const perSecond = (values: Float64Array) => values.map((value) => (value / series.slotMs) * 1_000);
  switch (topic) {
    case 'messages':
      return {
        title: 'Messages a second',
        lines: [
          { label: 'Received', colour: RECEIVED, values: perSecond(series.received) },
          { label: 'Sent', colour: SENT, values: perSecond(series.sent), isDashed: true },
        ],
        formatValue: (value) =>
          `${value < 10 ? Math.round(value * 10) / 10 : formatCount(Math.round(value))}/s`,
      };
    case 'bytes':
      return {
        title: 'Bytes a second',
        lines: [
          { label: 'Received', colour: RECEIVED, values: perSecond(series.receivedBytes) },
          { label: 'Sent', colour: SENT, values: perSecond(series.sentBytes), isDashed: true },
        ],
        formatValue: (value) => `${formatBytes(value)}/s`,
      };
    case 'roundTrips':
      return {
        title: 'Round trips',
        lines: [
          { label: 'Slowest', colour: 'text-warn', values: series.maxRoundTripMs, isDashed: true },
          { label: 'Mean', colour: RECEIVED, values: series.meanRoundTripMs },
        ],
        formatValue: formatDuration,
      };
    default:
      return assertNever(topic);
  }
}

/** What is in the picture, for whoever does not see it. */
function describeChart(
  title: string,
  lines: readonly ChartLine[],
  format: (value: number) => string,
): string {
  const parts = lines.map(({ label, values }) => {
    const known = values.filter((value) => !Number.isNaN(value));
    if (known.length === 0) return `${label.toLowerCase()} none`;
    const max = known.reduce((most, value) => Math.max(most, value), 0);
    return `${label.toLowerCase()} at most ${format(max)}, at the end ${format(known.at(-1) ?? 0)}`;
  });
  return `${title}: ${parts.join('; ')}.`;
}

function formatTime(seconds: number): string {
  const ms = seconds * 1_000;
  return formatClock(ms, new Date(ms).getTimezoneOffset()).slice(0, HH_MM_SS);
}

/** `12:01:07` of `12:01:07.114`. */
const HH_MM_SS = 8;
