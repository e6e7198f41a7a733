import type { Tone } from '#ui/Badge.tsx';

/** The colour of a status: 101 is what was asked for, a redirect is a detour, the rest are refusals. */
export function statusTone(status: number): Tone {
  if (status === 101) return 'good';
  return status >= 300 && status < 400 ? 'warn' : 'bad';
}
