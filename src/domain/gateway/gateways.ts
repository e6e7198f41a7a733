import type { Gateway } from './gateway.ts';
import type { GatewayId } from './gatewayId.ts';
import * as registry from './registry.ts';
import { parseUrl } from '../format/parseUrl.ts';

export const GATEWAYS: Readonly<Record<GatewayId, Gateway>> = registry;

/** In the order of their names: by it the one that stands for all others is the first. */
export const GATEWAY_IDS: readonly GatewayId[] = (Object.keys(registry) as GatewayId[]).sort((one, other) =>
  sortKey(one) < sortKey(other) ? -1 : 1,
);

function sortKey(id: GatewayId): string {
  return GATEWAYS[id].name.toLowerCase();
}

export interface RecognisedGateway {
  readonly gateway: GatewayId;
  /** What says so, completing "because". */
  readonly because: string;
}

/** The gateway whose own endpoint the URL is; `null` for one on a host of its owner's, which a URL cannot tell. */
export function recogniseGateway(url: string): RecognisedGateway | null {
  const parsed = parseUrl(url);
  if (parsed === null) return null;
  for (const id of GATEWAY_IDS) {
    const recognition = GATEWAYS[id].recognise(parsed);
    if (recognition !== null) return { gateway: id, because: recognition.because };
  }
  return null;
}
