const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** Units above the second. Two neighbours say enough: nobody needs the seconds of five hours. */
const LARGE_UNITS = [
  { name: 'd', seconds: 86_400 },
  { name: 'h', seconds: 3_600 },
  { name: 'min', seconds: 60 },
  { name: 's', seconds: 1 },
] as const;

/** A span of time, as exact as a person needs it: `0.4 ms`, `34 ms`, `1.2 s`, `3 min 21 s`, `2 h 5 min`. */
export function formatDuration(ms: number): string {
  if (ms < 0) return `-${formatDuration(-ms)}`;
  if (ms < 9.95) return `${roundToTenth(ms)} ms`;
  if (ms < SECOND_MS - 0.5) return `${Math.round(ms)} ms`;
  if (ms < MINUTE_MS - 50) return `${roundToTenth(ms / SECOND_MS)} s`;
  return formatLong(Math.round(ms / SECOND_MS));
}

function formatLong(seconds: number): string {
  const index = LARGE_UNITS.findIndex((unit) => seconds >= unit.seconds);
  let rest = seconds;
  const parts: string[] = [];
  for (const unit of LARGE_UNITS.slice(index, index + 2)) {
    const count = Math.floor(rest / unit.seconds);
    rest -= count * unit.seconds;
    if (count > 0) parts.push(`${count} ${unit.name}`);
  }
  return parts.join(' ');
}

function roundToTenth(value: number): number {
  return Math.round(value * 10) / 10;
}
