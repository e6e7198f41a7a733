import type { GatewayLimits } from '../gateway.ts';

/** gateways.md 4.5: sizes are not documented. */
export const LIMITS: GatewayLimits = {
  // keepalive.timeout.millis of the target endpoint.
  idleMs: { value: 60_000, isDefault: true, confidence: 'observed', source: 'gateways.md 4.5' },
  pingKeepsAlive: null,
  // timeoutSec of a Google load balancer's backend service, which is the whole life of a WebSocket connection.
  durationMs: { value: 30_000, isDefault: true, confidence: 'documented', source: 'gateways.md 4.5' },
  frameBytes: null,
  messageBytes: null,
};
