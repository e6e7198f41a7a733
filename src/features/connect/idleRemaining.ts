import type { GatewayLimits } from '#domain/gateway/gateway.ts';

/**
 * What is left until the gateway cuts an idle connection, ms, never below zero; `null` where no limit is known, and where
 * it is a default that the gateway's owner may have raised: a countdown to that would claim too much.
 */
export function idleRemaining(
  limits: GatewayLimits,
  lastTrafficAt: number,
  now: number,
): { readonly ms: number; readonly source: string } | null {
  if (limits.idleMs === null || limits.idleMs.isDefault) return null;
  return { ms: Math.max(0, lastTrafficAt + limits.idleMs.value - now), source: limits.idleMs.source };
}
