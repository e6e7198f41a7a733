import { cpus, loadavg } from 'node:os';
import { FLOOD_KINDS } from './flood.ts';
import { measureEcho } from './measureEcho.ts';
import type { EchoResult } from './measureEcho.ts';
import { measureFlood } from './measureFlood.ts';
import type { FloodResult } from './measureFlood.ts';
import { measureProfiles } from './measureProfiles.ts';
import type { ProfilesResult } from './measureProfiles.ts';
import { measureStart } from './measureStart.ts';
import type { StartResult } from './measureStart.ts';
import { HELP, parseOptions } from './options.ts';
import type { BenchOptions, Taker } from './options.ts';
import { printReport } from './printReport.ts';
import { medianOf } from './medianOf.ts';
import { withSurroundings } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/** Everything measured: medians of the rounds, by flood and by who took it in. */
export interface BenchResults {
  readonly machine: string;
  /** Of the last minute, before and after: other work makes every figure worse, and the ratios less so. */
  readonly load: readonly [number, number];
  readonly rounds: number;
  readonly floods: Readonly<Partial<Record<(typeof FLOOD_KINDS)[number], Results<FloodResult>>>>;
  readonly counts: BenchOptions['counts'];
  readonly echo: Results<EchoResult>;
  readonly start: StartResult | null;
  readonly profiles: ProfilesResult | null;
}

export type Results<Result> = Readonly<Partial<Record<Taker, Result>>>;

/** What each round has measured, by name. */
type Samples = Map<string, object[]>;

/** Throws when a flood was not taken in whole and in order; nothing else fails a benchmark. */
export async function runBench(args: readonly string[], chromiumPath: string): Promise<void> {
  const options = parseOptions(args);
  if (options === 'help') {
    console.log(HELP);
    return;
  }
  await withSurroundings(chromiumPath, async (surroundings) => {
    const [before = 0] = loadavg();
    const samples: Samples = new Map();
    for (let round = 1; round <= options.rounds; round += 1) {
      console.error(`Round ${round} of ${options.rounds}`);
      // One thing at a time is what makes it a measurement.
      await measureRound(surroundings, options, samples);
    }
    const [after = 0] = loadavg();
    const machine = `${cpus().length} cores, Node ${process.versions.node}, ${surroundings.chromium.version}`;
    printReport(collect(samples, options, { machine, load: [before, after] }));
  });
}

async function measureRound(
  surroundings: Surroundings,
  options: BenchOptions,
  samples: Samples,
): Promise<void> {
  const keep = (name: string, sample: object): void => {
    console.error(`  ${name}: ${JSON.stringify(sample)}`);
    samples.set(name, [...(samples.get(name) ?? []), sample]);
  };
  // In turn, so that a change of the machine's load reaches all of them.
  for (const kind of options.floods) {
    for (const taker of options.takers) {
      const flood = { kind, count: options.counts[kind][taker] };
      keep(`${kind} ${taker}`, await measureFlood(surroundings, taker, flood));
    }
  }
  for (const taker of options.echoRounds === 0 ? [] : options.takers) {
    keep(`echo ${taker}`, await measureEcho(surroundings, taker, options.echoRounds));
  }
  if (options.measuresStart) keep('start', await measureStart(surroundings));
  if (options.measuresProfiles) keep('profiles', await measureProfiles(surroundings));
}

function collect(
  samples: Samples,
  { rounds, counts, takers }: BenchOptions,
  conditions: Pick<BenchResults, 'machine' | 'load'>,
): BenchResults {
  const results = new Map([...samples].map(([name, all]) => [name, medianOf(all)]));
  const ofAll = (name: string): object =>
    Object.fromEntries(takers.map((taker) => [taker, results.get(`${name} ${taker}`)]));
  return {
    ...conditions,
    rounds,
    counts,
    floods: Object.fromEntries(FLOOD_KINDS.map((kind) => [kind, ofAll(kind)])),
    echo: ofAll('echo'),
    start: (results.get('start') as StartResult | undefined) ?? null,
    profiles: (results.get('profiles') as ProfilesResult | undefined) ?? null,
  };
}
