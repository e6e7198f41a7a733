import { formatDuration } from '../format/formatDuration.ts';
import type { HandshakeRecord } from '../handshake/handshakeRecord.ts';
import { fixBy, toFixes } from './fixAction.ts';
import type { Finding } from './gateway.ts';
import type { GatewayId } from './gatewayId.ts';

/** How long a gateway waits for the service behind it, before it says so. */
export interface Patience {
  readonly gateway: GatewayId;
  /** For a sentence: `Apigee`. */
  readonly name: string;
  readonly waitsMs: number;
  /** What sets it in the gateway. */
  readonly setting: string;
  readonly source: string;
}

/** An attempt that ended in silence before the gateway's own time was over: it would have answered, later. */
export function diagnosePatience(
  { outcome, steps }: HandshakeRecord,
  { gateway, name, waitsMs, setting, source }: Patience,
): readonly Finding[] {
  if (outcome?.kind !== 'failed' || outcome.failure.code !== 'answer-timeout') return [];
  const limitMs = steps.find(({ step }) => step === 'answer')?.limitMs;
  if (limitMs === undefined || limitMs > waitsMs) return [];
  const waits = formatDuration(waitsMs);
  return [
    {
      id: `${gateway}-answer-timeout`,
      gateway,
      severity: 'error',
      title: `No answer came in ${formatDuration(limitMs)}, and ${name} itself waits ${waits} for the service behind it.`,
      evidence: [
        { where: 'Waited', quote: formatDuration(limitMs) },
        { where: 'Seen', quote: outcome.failure.message },
      ],
      confidence: 'documented',
      fixes: toFixes([
        fixBy(
          { kind: 'allow-more-time', limit: 'answerMs' },
          `Allow more than ${waits} for the answer, under Options: then ${name} says itself what it waited for.`,
        ),
        'Check that the service behind it is up and answers WebSocket upgrades: one that ignores them looks like this.',
        `The gateway’s own limit is ${setting}.`,
      ]),
      source,
    },
  ];
}
