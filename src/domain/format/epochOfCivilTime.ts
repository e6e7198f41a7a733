import type { CivilTime } from './civilTime.ts';

const DAY_MS = 86_400_000;
const ERA_DAYS = 146_097;
const EPOCH_DAYS = 719_468;

/** The inverse of `civilTime`: Howard Hinnant's `days_from_civil`. */
export function epochOfCivilTime({ hour, minute, second, millisecond, ...date }: CivilTime): number {
  return daysOf(date) * DAY_MS + hour * 3_600_000 + minute * 60_000 + second * 1000 + millisecond;
}

function daysOf({ year, month, day }: Pick<CivilTime, 'year' | 'month' | 'day'>): number {
  const yearFromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(yearFromMarch / 400);
  const yearOfEra = yearFromMarch - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * ERA_DAYS + dayOfEra - EPOCH_DAYS;
}
