import type { HandshakeCheck } from '#domain/handshake/handshakeRecord.ts';
import type { Tone } from '#ui/Badge.tsx';

/** The checks in two words, worst first. */
export function checksSummary(checks: readonly HandshakeCheck[]): {
  readonly text: string;
  readonly tone: Tone;
} {
  const broken = checks.filter((check) => check.verdict === 'broken').length;
  const warnings = checks.filter((check) => check.verdict === 'warning').length;
  if (broken > 0) return { text: `${broken} broken`, tone: 'bad' };
  if (warnings > 0) return { text: warnings === 1 ? '1 warning' : `${warnings} warnings`, tone: 'warn' };
  return { text: 'all kept', tone: 'good' };
}
