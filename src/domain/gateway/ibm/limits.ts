import type { GatewayLimits } from '../gateway.ts';
import { NO_LIMITS } from '../noLimits.ts';

/** gateways.md 6.5: the handler's websocket-idle-timeout is off by default, and no duration is documented. */
export const LIMITS: GatewayLimits = {
  ...NO_LIMITS,
  // "Less than 1 KB" is called reliable; more may pass.
  messageBytes: { value: 1_023, isDefault: false, confidence: 'documented', source: 'gateways.md 6.5' },
};
