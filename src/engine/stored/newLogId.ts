/** Digits of a time in milliseconds, until the year 2286, and of a random word in hex. */
const TIME_DIGITS = 13;
const WORD_DIGITS = 8;

/** A name for a log: in the order of their beginnings, and another one in each tab. */
export function newLogId(now: number, random: Uint32Array): string {
  const time = String(Math.floor(now)).padStart(TIME_DIGITS, '0');
  return `${time}-${(random[0] ?? 0).toString(16).padStart(WORD_DIGITS, '0')}`;
}
