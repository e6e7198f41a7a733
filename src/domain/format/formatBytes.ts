const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size in decimal units, to three digits at most: `999 B`, `1.2 kB`, `131 kB`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  // Compared after rounding, so that 999,950 bytes are 1 MB and never 1000 kB.
  while (round(value) >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${round(value)} ${UNITS[unit] ?? 'B'}`;
}

/** One decimal below 100, none from there on. */
function round(value: number): number {
  return value < 99.95 ? Math.round(value * 10) / 10 : Math.round(value);
}
