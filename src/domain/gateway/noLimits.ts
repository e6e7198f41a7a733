import type { GatewayLimits } from './gateway.ts';

export const NO_LIMITS: GatewayLimits = {
  idleMs: null,
  pingKeepsAlive: null,
  durationMs: null,
  frameBytes: null,
  messageBytes: null,
};
