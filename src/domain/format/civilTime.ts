/** A moment on the calendar and the clock, in UTC. */
export interface CivilTime {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

const DAY_MS = 86_400_000;

/**
 * The civil time of a moment, ms since the epoch, by arithmetic: `Date` would bring the machine's clock and time zone
 * within reach of domain. Fractions of a millisecond are dropped.
 */
export function civilTime(epochMs: number): CivilTime {
  const days = Math.floor(epochMs / DAY_MS);
  const ms = Math.floor(epochMs - days * DAY_MS);
  return {
    ...civilDate(days),
    hour: Math.floor(ms / 3_600_000),
    minute: Math.floor(ms / 60_000) % 60,
    second: Math.floor(ms / 1000) % 60,
    millisecond: ms % 1000,
  };
}

/** Days of 400 years, after which the Gregorian calendar repeats. */
const ERA_DAYS = 146_097;
/** Days from 1 March of the year 0 to 1 January 1970. */
const EPOCH_DAYS = 719_468;

/**
 * Howard Hinnant's `civil_from_days`: years begin in March, so that the leap day is a year's last and months have a
 * regular length (https://howardhinnant.github.io/date_algorithms.html).
 */
function civilDate(daysSinceEpoch: number): Pick<CivilTime, 'year' | 'month' | 'day'> {
  const days = daysSinceEpoch + EPOCH_DAYS;
  const era = Math.floor(days / ERA_DAYS);
  const dayOfEra = days - era * ERA_DAYS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / (ERA_DAYS - 1))) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}
