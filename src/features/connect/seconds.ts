/** Milliseconds as the seconds that a person reads and types: `0.5`. */
export function formatSeconds(ms: number): string {
  return String(ms / 1_000);
}

/** The inverse; 0 for what is no number, which no field of seconds takes. Never more than a number can count. */
export function parseSeconds(text: string): number {
  const ms = Math.round(Number(text) * 1_000);
  return Number.isNaN(ms) ? 0 : Math.min(ms, Number.MAX_SAFE_INTEGER);
}

/** What of a typed text can be part of a number of seconds; many people type a comma for the point. */
export function cleanSeconds(text: string): string {
  return text.replaceAll(',', '.').replaceAll(/[^\d.]/g, '');
}
