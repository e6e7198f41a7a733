import { formatBytes } from '../format/formatBytes.ts';
import { formatCount } from '../format/formatCount.ts';
import { formatDuration } from '../format/formatDuration.ts';
import { ANSWER_WAYS } from './measures.ts';
import type { AnswerWay, AskedCounts, DirectionMeasures, Distribution, Measures } from './measures.ts';

/** Rows of figures, ready to be shown. */
export interface MeasureTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
}

export interface WayDescription {
  /** What a row of round trips is called. */
  readonly label: string;
  /** In brackets behind what is said of a single answer. */
  readonly because: string;
  /** The rule, as a sentence. */
  readonly rule: string;
}

export function describeWay(way: AnswerWay): WayDescription {
  return WAYS[way];
}

const WAYS: Readonly<Record<AnswerWay, WayDescription>> = {
  pong: {
    label: 'Pong',
    because: 'pong with its payload',
    rule: 'A pong with the payload of a ping that was sent.',
  },
  echo: {
    label: 'Echo',
    because: 'the same payload',
    rule: 'The same payload as the message that was sent, byte for byte.',
  },
  ack: {
    label: 'Web PubSub ack',
    because: 'ack of its ackId',
    rule: 'An ack of Web PubSub with the ackId of the message.',
  },
  id: {
    label: 'Same id',
    because: 'same id',
    rule: 'JSON with the same value in the same id field, at the top: ackId, requestId, correlationId, messageId, id or ref.',
  },
  part: {
    label: 'Holds the message',
    because: 'holds the message or its data',
    rule: 'A payload that holds the message, or the value of its field data. It may do so by chance.',
  },
};

/** How much went each way, and how fast. */
export function describeTraffic({ sent, received, recent }: Measures): MeasureTable {
  // In a log of the past no second is the last one.
  const cells = (total: string, now: string, peak: string): readonly string[] =>
    recent === null ? [total, `${peak}/s`] : [total, `${now}/s`, `${peak}/s`];
  const messages = ({ messages: total, perSecond, peakPerSecond }: DirectionMeasures): readonly string[] =>
    cells(formatCount(total), formatCount(perSecond), formatCount(peakPerSecond));
  const bytes = ({
    bytes: total,
    bytesPerSecond,
    peakBytesPerSecond,
  }: DirectionMeasures): readonly string[] =>
    cells(formatBytes(total), formatBytes(bytesPerSecond), formatBytes(peakBytesPerSecond));
  return {
    title: 'Traffic',
    columns: ['Total', ...(recent === null ? [] : ['Last second']), 'Busiest second'],
    rows: [
      { label: 'Messages, sent', cells: messages(sent) },
      { label: 'Messages, received', cells: messages(received) },
      { label: 'Bytes, sent', cells: bytes(sent) },
      { label: 'Bytes, received', cells: bytes(received) },
    ],
  };
}

/** Sizes, gaps and round trips, those without any left out. */
export function describeDistributions({ sent, received, roundTripsMs }: Measures): MeasureTable {
  const all = [
    row('Size, sent', sent.sizes, formatBytes),
    row('Size, received', received.sizes, formatBytes),
    row('Gap, sent', sent.gapsMs, formatShort),
    row('Gap, received', received.gapsMs, formatShort),
    ...ANSWER_WAYS.map((way) => row(`Round trip: ${WAYS[way].label}`, roundTripsMs[way], formatShort)),
  ];
  return {
    title: 'Distribution',
    columns: ['p50', 'p90', 'p99', 'Max', 'Count'],
    rows: all.filter((each) => each !== null),
  };
}

function row(
  label: string,
  { count, p50, p90, p99, max }: Distribution,
  format: (value: number) => string,
): MeasureTable['rows'][number] | null {
  if (count === 0) return null;
  return { label, cells: [...[p50, p90, p99, max].map(format), formatCount(count)] };
}

/** Messages of a flood are microseconds apart, which a duration rounds to nothing. */
function formatShort(ms: number): string {
  return ms > 0 && ms < 0.95 ? `${Math.max(1, Math.round(ms * 1_000))} µs` : formatDuration(ms);
}

/** What became of messages and pings that nothing has answered; empty when there are none. */
export function describeUnanswered({ messages, pings }: Measures): string {
  return [unansweredOf(messages, 'message'), unansweredOf(pings, 'ping')]
    .filter((part) => part !== '')
    .join(' ');
}

function unansweredOf({ sent, awaited, unanswered }: AskedCounts, noun: string): string {
  if (awaited + unanswered === 0) return '';
  const all = `${formatCount(sent)} ${noun}${sent === 1 ? '' : 's'} sent`;
  const waiting = awaited === 0 ? '' : `${formatCount(awaited)} may still be answered`;
  const given = unanswered === 0 ? '' : `${formatCount(unanswered)} not answered`;
  return `Of ${all}: ${[given, waiting].filter((part) => part !== '').join(', ')}.`;
}

/** The tables as text, columns a tab apart, for a spreadsheet or a ticket. */
export function measuresToText(measures: Measures): string {
  const tables = [describeTraffic(measures), describeDistributions(measures)].map(
    ({ title, columns, rows }) =>
      [[title, ...columns], ...rows.map(({ label, cells }) => [label, ...cells])]
        .map((line) => line.join('\t'))
        .join('\n'),
  );
  return [...tables, describeUnanswered(measures)].filter((part) => part !== '').join('\n\n');
}

/** Everything measured, the series of the whole log included, as indented JSON. Slots without a round trip have `null`. */
export function measuresToJson(measures: Measures): string {
  const toJson = (name: string, value: unknown): unknown => {
    if (name === 'recent') return undefined;
    return value instanceof Float64Array ? Array.from(value) : value;
  };
  return JSON.stringify(measures, toJson, 2);
}
