import type { Confidence } from '../server/answer.ts';

const KB = 1024;
const MINUTE_MS = 60_000;

/** gateways.md 5.7, all documented. */
export const AWS_LIMITS = {
  /** gateways.md 5.1. */
  urlBytes: 4_096,
  frameBytes: 32 * KB,
  messageBytes: 128 * KB,
  /** Without a data frame in either direction. Whether a ping counts is not documented: here it does not. */
  idleMs: 10 * MINUTE_MS,
  durationMs: 120 * MINUTE_MS,
  integrationMs: 29_000,
} as const;

/** How the gateway ends a connection. */
export interface AwsClose {
  readonly closeCode: number;
  readonly reason: string;
  readonly confidence: Confidence;
}

export const AWS_CLOSES = {
  idle: { closeCode: 1001, reason: 'Going away', confidence: 'R' },
  /** The limit is documented, the way it ends is inferred from the idle limit's. */
  duration: { closeCode: 1001, reason: 'Going away', confidence: 'I' },
  /** DELETE of `@connections`. */
  deleted: { closeCode: 1000, reason: 'Connection Closed Normally', confidence: 'R' },
  /** The codes of the next two are documented, their empty reasons are our choice. */
  binary: { closeCode: 1003, reason: '', confidence: 'D' },
  tooBig: { closeCode: 1009, reason: '', confidence: 'D' },
} as const satisfies Record<string, AwsClose>;
