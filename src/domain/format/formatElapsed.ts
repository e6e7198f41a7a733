import { padNumber } from './padNumber.ts';

/** A running clock: `00:03:21`. Hours go on past a day. */
export function formatElapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => padNumber(part, 2)).join(':');
}
