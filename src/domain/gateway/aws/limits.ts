import type { GatewayLimits, Limit } from '../gateway.ts';

/** gateways.md 5.7: none of these can be raised. */
export const LIMITS: GatewayLimits = {
  idleMs: documented(10 * 60_000),
  // Data frames count (5.7); whether a Ping does is an open question (5.4).
  pingKeepsAlive: null,
  durationMs: documented(2 * 60 * 60_000),
  frameBytes: documented(32 * 1024),
  messageBytes: documented(128 * 1024),
};

function documented(value: number): Limit {
  return { value, isDefault: false, confidence: 'documented', source: 'gateways.md 5.7' };
}
