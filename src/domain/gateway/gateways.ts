import { APIGEE } from './apigee/apigee.ts';
import { APIM } from './apim/apim.ts';
import { AWS } from './aws/aws.ts';
import type { Gateway } from './gateway.ts';
import { GATEWAY_IDS, type GatewayId } from './gatewayId.ts';
import { GENERIC } from './generic/generic.ts';
import { IBM } from './ibm/ibm.ts';
import { WEB_PUBSUB } from './webpubsub/webpubsub.ts';

/** Every gateway that Postern knows. A new one is a folder, an id, and a line here. */
export const GATEWAYS: Readonly<Record<GatewayId, Gateway>> = {
  generic: GENERIC,
  apim: APIM,
  webpubsub: WEB_PUBSUB,
  apigee: APIGEE,
  aws: AWS,
  ibm: IBM,
};

export interface RecognisedGateway {
  readonly gateway: GatewayId;
  /** What says so, completing "because". */
  readonly because: string;
}

/** The gateway whose own endpoint the URL is; `null` for one on a host of its owner's, which a URL cannot tell. */
export function recogniseGateway(url: string): RecognisedGateway | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  for (const id of GATEWAY_IDS) {
    const recognition = GATEWAYS[id].recognise(parsed);
    if (recognition !== null) return { gateway: id, because: recognition.because };
  }
  return null;
}
