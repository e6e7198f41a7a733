import { formatDateTime } from '../format/formatDateTime.ts';
import { formatDuration } from '../format/formatDuration.ts';

/** When a token ends, and how long that is from now; both ms since the epoch, `null` for an end that is not known. */
export function describeExpiry(expiresAt: number | null, now: number): string {
  if (expiresAt === null) return 'Nothing says when it expires.';
  // To the second, as the clock that it is shown with moves.
  const leftMs = Math.round((expiresAt - now) / 1_000) * 1_000;
  const moment = formatDateTime(expiresAt);
  if (leftMs <= 0) return `Expired ${moment}, ${formatDuration(-leftMs)} ago.`;
  return `Expires ${moment}, ${formatDuration(leftMs)} from now.`;
}
