import { parseArgs } from 'node:util';
import { FLOOD_KINDS } from './flood.ts';
import type { FloodKind } from './flood.ts';

/** Who takes the flood in. */
export type Taker = 'bare' | 'browser' | 'companion';
export const TAKERS: readonly Taker[] = ['bare', 'browser', 'companion'];

export interface BenchOptions {
  readonly rounds: number;
  readonly takers: readonly Taker[];
  readonly floods: readonly FloodKind[];
  /** Messages of a flood for each taker: as many as it takes in in some seconds. */
  readonly counts: Readonly<Record<FloodKind, Readonly<Record<Taker, number>>>>;
  readonly echoRounds: number;
  readonly measuresStart: boolean;
  readonly measuresProfiles: boolean;
}

const COUNTS: BenchOptions['counts'] = {
  json: { bare: 100_000, browser: 100_000, companion: 1_000_000 },
  mixed: { bare: 1_000, browser: 1_000, companion: 2_000 },
};
const ROUNDS = 3;
const ECHO_ROUNDS = 2_000;

/** Enough to see that everything works; too little to say anything. */
const QUICK_SHARE = 0.02;

export const HELP = `npm run bench -- [options]

  --quick            few messages, once: to see that it works, not how fast
  --rounds N         medians of so many rounds (${ROUNDS})
  --only NAME        one of ${[...TAKERS, ...FLOOD_KINDS, 'echo', 'start', 'profiles'].join(', ')}; may be given more than once
`;

/** Throws a sentence about what is wrong with them. */
export function parseOptions(args: readonly string[]): BenchOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const isQuick = values.quick;
  const rounds = Number(values.rounds ?? (isQuick ? 1 : ROUNDS));
  if (!Number.isInteger(rounds) || rounds < 1) throw new TypeError('--rounds takes a whole number from 1.');
  const only = new Set(values.only);
  const chosen = <Name extends string>(names: readonly Name[]): readonly Name[] => {
    const some = names.filter((name) => only.delete(name));
    return some;
  };
  const takers = chosen(TAKERS);
  const parts = chosen([...FLOOD_KINDS, 'echo', 'start', 'profiles'] as const);
  if (only.size > 0) throw new TypeError(`--only does not know ${[...only].join(', ')}.`);
  const isChosen = (part: (typeof parts)[number]): boolean => parts.length === 0 || parts.includes(part);
  const share = isQuick ? QUICK_SHARE : 1;
  return {
    rounds,
    takers: takers.length === 0 ? TAKERS : takers,
    floods: FLOOD_KINDS.filter(isChosen),
    counts: { json: shareOf(COUNTS.json, share), mixed: shareOf(COUNTS.mixed, share) },
    echoRounds: isChosen('echo') ? Math.ceil(ECHO_ROUNDS * share) : 0,
    measuresStart: isChosen('start'),
    measuresProfiles: isChosen('profiles'),
  };
}

function shareOf(counts: Readonly<Record<Taker, number>>, share: number): Readonly<Record<Taker, number>> {
  return {
    bare: Math.ceil(counts.bare * share),
    browser: Math.ceil(counts.browser * share),
    companion: Math.ceil(counts.companion * share),
  };
}
