import type * as registry from './registry.ts';

/** The gateways that Postern knows. */
export type GatewayId = keyof typeof registry;
