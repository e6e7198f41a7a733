import type { Ending, Opened } from '../connection/connection.ts';
import type { HandshakeRecord } from '../handshake/handshakeRecord.ts';
import { APIGEE } from './apigee/apigee.ts';
import { APIM } from './apim/apim.ts';
import { AWS } from './aws/aws.ts';
import { toLife } from './closeRule.ts';
import { toFixes } from './fixAction.ts';
import type { Finding, Gateway } from './gateway.ts';
import { diagnoseFront } from './front/diagnoseFront.ts';
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
  record: HandshakeRecord | null,
): Finding | null {
  return GATEWAYS[gateway].explainClose(toLife(opened, ending, lastTrafficAt, record));
}

/**
 * Findings on a handshake that ended, the most telling first. `chosen` is what the person chose. An answer that only one
 * gateway gives is better evidence than a URL or a choice, so that gateway reads it first; none speaks when the
 * attempt was cancelled.
 */
export function diagnose(record: HandshakeRecord, chosen: GatewayId | 'auto'): readonly Finding[] {
  if (record.outcome === null || record.outcome.kind === 'cancelled') return [];
  const expected = chosen === 'auto' ? (recogniseGateway(record.url)?.gateway ?? 'generic') : chosen;
  const answered = findGateway((gateway) => gateway.recogniseAnswer(record));
  const order = new Set<GatewayId>([...(answered === null ? [] : [answered.gateway]), expected, 'generic']);
  const findings = firstFindings([...order], record);
  if (answered === null) return withFront(findings, record);
  if (expected === 'generic' || answered.gateway === expected) return findings;
  return [...findings, otherGateway(expected, answered)];
}

/** RFC 9110 section 15.3.1. */
const OK = 200;

/**
 * Where the answer gives no gateway away, whatever stands before it may have written it. Then the gateway's own meaning
 * of the status is not what this answer means; a page with 200 alone is one that a gateway may have let through.
 */
function withFront(findings: readonly Finding[], record: HandshakeRecord): readonly Finding[] {
  const { wrote, passed } = diagnoseFront(record);
  if (wrote.length === 0) return [...findings, ...passed];
  const isPage = record.response?.status === OK;
  return [...wrote, ...(isPage ? findings : GENERIC.diagnose(record)), ...passed];
}

function firstFindings(order: readonly GatewayId[], record: HandshakeRecord): readonly Finding[] {
  for (const id of order) {
    const findings = GATEWAYS[id].diagnose(record);
    if (findings.length > 0) return findings;
  }
  return [];
}

function otherGateway(expected: GatewayId, answered: RecognisedGateway): Finding {
  const name = GATEWAYS[answered.gateway].name;
  return {
    id: 'generic-other-gateway',
    gateway: answered.gateway,
    severity: 'info',
    title: `${name} answered, where ${GATEWAYS[expected].name} was expected.`,
    evidence: [{ where: 'Recognised because', quote: answered.because }],
    confidence: 'inferred',
    fixes: toFixes([
      `If ${name} stands behind or before the gateway you mean, nothing is wrong with that; else check the host.`,
    ]),
    source: 'gateways.md 2.3, 4.3, 5.3 and 6.4',
  };
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
