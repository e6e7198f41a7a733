import type { GatewayLimits } from '../gateway.ts';

/** gateways.md 2.5: nothing is documented for the duration, nor for the size of frames and messages. */
export const LIMITS: GatewayLimits = {
  // Documented for the gateway's load balancer; that it holds for WebSocket connections is inferred.
  idleMs: { value: 240_000, isDefault: false, confidence: 'inferred', source: 'gateways.md 2.5' },
  // The load balancer counts what goes over TCP, and knows no frames.
  pingKeepsAlive: true,
  durationMs: null,
  frameBytes: null,
  messageBytes: null,
};
