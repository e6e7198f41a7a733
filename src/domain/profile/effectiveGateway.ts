import type { GatewayId } from '../gateway/gatewayId.ts';
import { recogniseGateway } from '../gateway/gateways.ts';
import type { Profile } from './profile.ts';

/** The gateway whose facts hold for a profile: the one chosen, or the one that the URL names, or none in particular. */
export function effectiveGateway(profile: Pick<Profile, 'gateway' | 'url'>): GatewayId {
  return profile.gateway === 'auto' ? (recogniseGateway(profile.url)?.gateway ?? 'generic') : profile.gateway;
}
