import { describe, expect, it } from 'vitest';
import { GATEWAYS } from '#domain/gateway/gateways.ts';
import type { GatewayId } from '#domain/gateway/gatewayId.ts';
import { idleRemaining } from './idleRemaining.ts';

const MINUTE_MS = 60_000;

describe('idleRemaining', () => {
  it.each<[GatewayId, number, number]>([
    ['aws', 0, 10 * MINUTE_MS],
    ['aws', 3 * MINUTE_MS, 7 * MINUTE_MS],
    ['aws', 11 * MINUTE_MS, 0],
    ['apim', MINUTE_MS, 3 * MINUTE_MS],
  ])('of %s is, %s ms after the last message, %s ms', (gateway, silentMs, leftMs) => {
    const { limits } = GATEWAYS[gateway];
    expect(idleRemaining(limits, 1_000, 1_000 + silentMs)?.ms).toBe(leftMs);
  });

  it.each<[string, GatewayId]>([
    ['is not documented', 'webpubsub'],
    ['is a default that its owner may have raised', 'apigee'],
    ['is not known', 'generic'],
  ])('is not told where the limit %s: %s', (_why, gateway) => {
    expect(idleRemaining(GATEWAYS[gateway].limits, 0, MINUTE_MS)).toBeNull();
  });
});
