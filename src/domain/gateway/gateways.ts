import type { Ending, Opened } from '../connection/connection.ts';
import type { HandshakeRecord } from '../handshake/handshakeRecord.ts';
import { APIGEE } from './apigee/apigee.ts';
import { APIM } from './apim/apim.ts';
import { AWS } from './aws/aws.ts';
import type { Finding, Gateway } from './gateway.ts';
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
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed === null ? null : findGateway((gateway) => gateway.recognise(parsed));
}

/** What the end of an open connection says at this gateway beyond the close code's own meaning; `null` for nothing. */
export function explainClose(
  gateway: GatewayId,
  opened: Opened,
  ending: Ending,
  lastTrafficAt: number | null,
): Finding | null {
  return GATEWAYS[gateway].explainClose(opened, ending, lastTrafficAt);
}

/** Findings on a handshake that ended, the most telling first. `chosen` is what the person chose. */
export function diagnose(record: HandshakeRecord, chosen: GatewayId | 'auto'): readonly Finding[] {
  const gateway = chosen === 'auto' ? (recogniseGateway(record.url)?.gateway ?? 'generic') : chosen;
  return GATEWAYS[gateway].diagnose(record);
}

function findGateway(
  recognise: (gateway: Gateway) => ReturnType<Gateway['recognise']>,
): RecognisedGateway | null {
  for (const id of GATEWAY_IDS) {
    const recognition = recognise(GATEWAYS[id]);
    if (recognition !== null) return { gateway: id, because: recognition.because };
  }
  return null;
}
