import type { GatewayLimits, Limit } from '../gateway.ts';

/** gateways.md 3.6 says 1 MB and not which: the smaller reading is safe either way. */
const ONE_MEGABYTE: Limit = {
  value: 1_000_000,
  isDefault: false,
  confidence: 'documented',
  source: 'gateways.md 3.6',
};

/** gateways.md 3.6: no idle limit is documented for clients that answer pings. */
export const LIMITS: GatewayLimits = {
  idleMs: null,
  pingKeepsAlive: null,
  durationMs: null,
  frameBytes: ONE_MEGABYTE,
  messageBytes: ONE_MEGABYTE,
};
