import type { EchoResult } from './measureEcho.ts';
import type { FloodResult } from './measureFlood.ts';
import { PROFILES } from './measureProfiles.ts';
import type { BenchResults, Results } from './main.ts';
import { TAKERS } from './options.ts';
import type { Taker } from './options.ts';
import { formatTable } from './formatTable.ts';

const HEADS: Readonly<Record<Taker, string>> = {
  bare: 'bare page',
  browser: 'Postern, Browser',
  companion: 'Postern, Companion',
};

const FLOOD_TITLES = { json: '200-byte JSON', mixed: '32 B to 1 MB, text and binary' } as const;

/** The table for people, as Markdown, and the same for programs as the last line. */
export function printReport(results: BenchResults): void {
  console.log(
    `\n${results.machine}; medians of ${results.rounds}; load ${results.load.map(fixed(1)).join(' to ')}\n`,
  );
  console.log(formatTable([['', ...TAKERS.map((taker) => HEADS[taker])], ...tableRows(results)]));
  console.log(`\n${JSON.stringify(results)}`);
}

function tableRows(results: BenchResults): readonly (readonly string[])[] {
  const kinds = ['json', 'mixed'] as const;
  return [
    ...kinds.flatMap((kind) => {
      const floods = results.floods[kind] ?? {};
      if (isEmpty(floods)) return [];
      const counts = TAKERS.map((taker) => results.counts[kind][taker].toLocaleString('en'));
      return [[`**${FLOOD_TITLES[kind]}**, messages`, ...counts], ...floodRows(floods)];
    }),
    ...echoRows(results.echo),
    ...startRows(results),
    ...profilesRows(results),
  ];
}

type Cell<Result> = (result: Result, bare: Result | undefined) => string | null;

function floodRows(floods: Results<FloodResult>): readonly (readonly string[])[] {
  const cells: readonly [string, Cell<FloodResult>][] = [
    ['messages/s', ({ messagesPerSecond }) => Math.round(messagesPerSecond).toLocaleString('en')],
    [
      'of the bare page',
      (result, bare) =>
        bare === undefined ? null : `${fixed(2)(result.messagesPerSecond / bare.messagesPerSecond)}×`,
    ],
    ['MB/s', ({ bytesPerSecond }) => fixed(1)(bytesPerSecond / 1e6)],
    [
      'frame interval p50 / p95 / p99, ms',
      ({ frameP50, frameP95, frameP99 }) => [frameP50, frameP95, frameP99].map(fixed(1)).join(' / '),
    ],
    ['long tasks (longest, ms)', ({ longTasks, longestTask }) => `${longTasks} (${fixed(0)(longestTask)})`],
    [
      'answer to a key p95, ms',
      ({ keyAnswerP95 }) => (Number.isNaN(keyAnswerP95) ? null : fixed(0)(keyAnswerP95)),
    ],
    ['renderer process, B/message', ({ processBytesPerMessage: bytes }) => known(bytes, fixed(0))],
    [
      'renderer process over payload',
      ({ processOverPayload: ratio }) => known(ratio, (value) => `${fixed(2)(value)}×`),
    ],
    ["page's own heap, growth in all, KB", ({ pageHeapGrowth }) => fixed(0)(pageHeapGrowth / 1e3)],
    ['time to search all, ms', ({ search }) => known(search, fixed(0))],
    ['time to jump, ms', ({ jump }) => known(jump, fixed(0))],
  ];
  return cells.map(([title, cell]) => row(title, floods, cell)).filter((cells) => cells.some(isFilled));
}

function echoRows(echo: Results<EchoResult>): readonly (readonly string[])[] {
  if (isEmpty(echo)) return [];
  const { browser, companion } = echo;
  const share = browser && companion && fixed(2)(companion.p50 - browser.p50);
  return [
    row('**echo round trip** p50 / p99, ms', echo, ({ p50, p99 }) => `${fixed(2)(p50)} / ${fixed(2)(p99)}`),
    ["the companion's share at p50, ms", '', '', share ?? ''],
  ];
}

function startRows({ start }: BenchResults): readonly (readonly string[])[] {
  if (start === null) return [];
  return [
    ['**cold start** to usable page, ms', '', '', fixed(0)(start.usable)],
    ['first load, scripts, gzip, KB', '', '', fixed(0)(start.scriptBytes / 1e3)],
    ['first load, everything, gzip, KB', '', '', fixed(0)(start.allBytes / 1e3)],
  ];
}

function profilesRows({ profiles }: BenchResults): readonly (readonly string[])[] {
  if (profiles === null) return [];
  const { listed, urlKeyP95, searchKeyP95, scrollFrameP50, scrollFrameP95 } = profiles;
  const count = PROFILES.toLocaleString('en');
  const frames = [scrollFrameP50, scrollFrameP95].map(fixed(1)).join(' / ');
  return [
    [`**${count} profiles**, from a cold start to the list, ms`, '', '', fixed(0)(listed)],
    [
      'answer to a key p95, in the URL / in their search, ms',
      '',
      '',
      `${fixed(0)(urlKeyP95)} / ${fixed(0)(searchKeyP95)}`,
    ],
    ['frame interval while their list scrolls p50 / p95, ms', '', '', frames],
  ];
}

function row<Result>(title: string, results: Results<Result>, cell: Cell<Result>): readonly string[] {
  return [
    title,
    ...TAKERS.map((taker) => {
      const result = results[taker];
      return result === undefined ? '' : (cell(result, results.bare) ?? '');
    }),
  ];
}

function isEmpty(results: Results<object>): boolean {
  return TAKERS.every((taker) => results[taker] === undefined);
}

function isFilled(cell: string, index: number): boolean {
  return index > 0 && cell !== '';
}

function known(value: number | null, format: (value: number) => string): string | null {
  return value === null ? null : format(value);
}

function fixed(digits: number): (value: number) => string {
  return (value) => value.toFixed(digits);
}
