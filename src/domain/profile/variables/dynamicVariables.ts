import { createIsoTimeFormatter } from '../../format/isoTime.ts';
import type { VariableLookup } from './variableLookup.ts';

/** Where values come from that are others each time. */
export interface DynamicSources {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** From 0 to just below 1. */
  readonly random: () => number;
  readonly uuid: () => string;
}

const formatIsoTime = createIsoTimeFormatter();

/** What `$randomInt` is below: as in other consoles, so that messages can come from them. */
const RANDOM_INT_END = 1_001;

const MAKERS: Readonly<Record<string, (sources: DynamicSources) => string>> = {
  $uuid: ({ uuid }) => uuid(),
  $timestamp: ({ now }) => String(Math.floor(now() / 1_000)),
  $isoTime: ({ now }) => formatIsoTime(now()),
  $randomInt: ({ random }) => String(Math.floor(random() * RANDOM_INT_END)),
};

/** The variables that Postern makes, and what each is. */
export const DYNAMIC_VARIABLES: readonly { readonly name: string; readonly meaning: string }[] = [
  { name: '$uuid', meaning: 'a random UUID' },
  { name: '$timestamp', meaning: 'seconds since 1970' },
  { name: '$isoTime', meaning: 'the time now, as 2026-01-31T09:30:00.000Z' },
  { name: '$randomInt', meaning: `a whole number from 0 to ${RANDOM_INT_END - 1}` },
];

/** What stands for dynamic values where they are only looked at: nothing that is shown should change by itself. */
export const PREVIEW_SOURCES: DynamicSources = {
  now: () => 0,
  random: () => 0,
  uuid: () => '00000000-0000-4000-8000-000000000000',
};

/** `lookup`, and what Postern makes under the names that begin with `$`: a value of its own at each place. */
export function withDynamic(lookup: VariableLookup, sources: DynamicSources): VariableLookup {
  return (name) => {
    const make = Object.hasOwn(MAKERS, name) ? MAKERS[name] : undefined;
    return make === undefined ? lookup(name) : { text: make(sources), isSecret: false };
  };
}
