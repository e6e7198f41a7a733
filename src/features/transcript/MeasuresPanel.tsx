import { Activity, CircleHelp, X } from 'lucide-react';
import { useState } from 'react';
import { formatCount } from '#domain/format/formatCount.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { describeUnanswered, describeWay } from '#domain/transcript/describeMeasures.ts';
import { ANSWER_WAYS } from '#domain/transcript/measures.ts';
import type { Measures } from '#domain/transcript/measures.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Popover } from '#ui/Popover.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { Spinner } from '#ui/Spinner.tsx';
import { useSession } from '../stores/useStores.ts';
import { CopyMeasures } from './CopyMeasures.tsx';
import { MeasuresChart } from './MeasuresChart.tsx';
import type { ChartTopic } from './MeasuresChart.tsx';
import { MeasuresTables } from './MeasuresTables.tsx';
import { useWatchedMeasures } from './useWatchedMeasures.ts';

export interface MeasuresPanelProps {
  readonly profileId: ProfileId;
  readonly onClose: () => void;
}

const TOPICS = [
  { value: 'messages', label: 'Messages' },
  { value: 'bytes', label: 'Bytes' },
  { value: 'roundTrips', label: 'Round trips' },
] as const;

const SPANS = [
  { value: 'recent', label: '2 minutes' },
  { value: 'whole', label: 'Whole log' },
] as const;

/** What the log's messages measure: figures as tables, and as a chart that moves on with them. */
export function MeasuresPanel({ profileId, onClose }: MeasuresPanelProps) {
  const measures = useWatchedMeasures(profileId);
  const hasEntries = useSession(profileId, (session) => session.summary.total > 0) ?? false;
  const known = measures === null || measures === 'unavailable' ? null : measures;
  return (
    <section
      aria-label="Measures"
      className="@container flex max-h-[60%] shrink-0 flex-col border-t border-line bg-surface"
    >
      <header className="flex shrink-0 items-center gap-1 border-b border-line py-1 pr-1 pl-3">
        <h3 className="mr-auto text-xs font-medium">Measures</h3>
        <Popover
          label="How answers are matched"
          trigger={<IconButton size="small" label="How answers are matched" icon={<CircleHelp />} />}
        >
          <WaysHelp />
        </Popover>
        <CopyMeasures measures={known} />
        <IconButton size="small" label="Close the measures" icon={<X />} onClick={onClose} />
      </header>
      <div className="min-h-0 overflow-y-auto">
        {measures === 'unavailable' ? (
          <Notice tone="warn" className="m-2">
            The part of Postern that measures could not be fetched, because its server has gone. Start it
            again, then close and open the measures.
          </Notice>
        ) : known !== null && hasFigures(known) ? (
          <Figures measures={known} />
        ) : hasEntries && (known === null || known.looked < known.total) ? (
          <p className="flex h-52 items-center justify-center gap-2 text-xs text-ink-soft">
            <Spinner /> Measuring the log
          </p>
        ) : (
          <div className="h-52">
            <EmptyState icon={<Activity />} title="Nothing measured yet">
              Rates, sizes, gaps and round-trip times show here once messages have come or gone.
            </EmptyState>
          </div>
        )}
      </div>
    </section>
  );
}

/** The opening of a connection alone is nothing to measure. */
function hasFigures({ sent, received, pings }: Measures): boolean {
  return sent.messages + received.messages + pings.sent > 0;
}

function Figures({ measures }: { readonly measures: Measures }) {
  const [topic, setTopic] = useState<ChartTopic>('messages');
  const [span, setSpan] = useState<'recent' | 'whole'>('recent');
  const { recent, whole, looked, total, missed } = measures;
  const series = span === 'recent' && recent !== null ? recent : whole;
  const unanswered = describeUnanswered(measures);
  return (
    <div className="grid gap-x-4 gap-y-2 p-3 pt-2 @xl:grid-cols-[23.5rem_minmax(0,1fr)]">
      <div className="min-w-0 space-y-2">
        <MeasuresTables measures={measures} />
        {unanswered !== '' && <p className="max-w-md text-2xs text-ink-soft">{unanswered}</p>}
        {looked < total && (
          <p className="text-2xs text-ink-soft">
            Measured so far: {formatCount(looked)} of {formatCount(total)} entries.
          </p>
        )}
        {missed > 0 && (
          <p className="text-2xs text-ink-soft">
            {formatCount(missed)} oldest entries had gone before they were measured.
          </p>
        )}
      </div>
      <div className="flex min-h-44 min-w-0 flex-col gap-1.5">
        <div className="flex flex-wrap gap-2">
          <Segmented label="Chart of" value={topic} options={TOPICS} onValueChange={setTopic} />
          {recent !== null && (
            <Segmented label="Time shown" value={span} options={SPANS} onValueChange={setSpan} />
          )}
        </div>
        {series !== null && <MeasuresChart topic={topic} series={series} />}
      </div>
    </div>
  );
}

function WaysHelp() {
  return (
    <div className="space-y-2">
      <p>
        A round trip is the time from a message to its answer. A message is taken for an answer in one of
        these ways, the strictest first:
      </p>
      <dl className="space-y-1">
        {ANSWER_WAYS.map((way) => (
          <div key={way}>
            <dt className="font-medium">{describeWay(way).label}</dt>
            <dd className="text-ink-soft">{describeWay(way).rule}</dd>
          </div>
        ))}
      </dl>
      <p className="text-ink-soft">
        An answer is awaited for a minute, for 64 messages at a time, and for no longer than its connection
        lasts. In a flood that is too large to be searched the wait ends sooner. Percentiles are at most 0.8 %
        too low.
      </p>
    </div>
  );
}
