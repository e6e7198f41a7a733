import type { Ending, Opened } from '../connection/connection.ts';
import type { HandshakeRecord } from '../handshake/handshakeRecord.ts';
import { toLife, type Life } from './closeRule.ts';
import { toFixes } from './fixAction.ts';
import { diagnoseFront } from './front/diagnoseFront.ts';
import type { Finding, Recognition } from './gateway.ts';
import type { GatewayId } from './gatewayId.ts';
import { GATEWAY_IDS, GATEWAYS, recogniseGateway, type RecognisedGateway } from './gateways.ts';

/** What one gateway makes of answers and ends. */
export interface AnswerReading {
  /** Whether an answer can only have come from this gateway; `null` when nothing in it says so. */
  readonly recogniseAnswer: (record: HandshakeRecord) => Recognition | null;
  /** Findings on a handshake that ended; the most telling first. Empty when the answer says nothing to this gateway. */
  readonly diagnose: (record: HandshakeRecord) => readonly Finding[];
  /** What the way a connection ended says here; `null` for no more than the close code itself. */
  readonly explainClose: (life: Life) => Finding | null;
}

/** What all gateways together make of them. */
export interface AnswerReader {
  /**
   * Findings on a handshake that ended, the most telling first. `chosen` is what the person chose. An answer that only
   * one gateway gives is better evidence than a URL or a choice, so that gateway reads it first; none speaks when the
   * attempt was cancelled.
   */
  readonly diagnose: (record: HandshakeRecord, chosen: GatewayId | 'auto') => readonly Finding[];
  /** What the end of an open connection says at this gateway beyond the close code's own meaning; `null` for nothing. */
  readonly explainClose: (
    gateway: GatewayId,
    opened: Opened,
    ending: Ending,
    lastTrafficAt: number | null,
    record: HandshakeRecord | null,
  ) => Finding | null;
}

type AnswerReadings = Readonly<Record<GatewayId, AnswerReading>>;

/** The rules of all gateways: code that is fetched when it is first asked for. */
export async function loadAnswerReader(): Promise<AnswerReader> {
  const loading = GATEWAY_IDS.map(async (id) => [id, await GATEWAYS[id].loadAnswerReading()] as const);
  return createAnswerReader(Object.fromEntries(await Promise.all(loading)) as AnswerReadings);
}

function createAnswerReader(readings: AnswerReadings): AnswerReader {
  return {
    diagnose: (record, chosen) => diagnose(readings, record, chosen),
    explainClose: (gateway, opened, ending, lastTrafficAt, record) =>
      readings[gateway].explainClose(toLife(opened, ending, lastTrafficAt, record)),
  };
}

function diagnose(
  readings: AnswerReadings,
  record: HandshakeRecord,
  chosen: GatewayId | 'auto',
): readonly Finding[] {
  if (record.outcome === null || record.outcome.kind === 'cancelled') return [];
  const expected = chosen === 'auto' ? (recogniseGateway(record.url)?.gateway ?? 'generic') : chosen;
  const answered = answeringGateway(readings, record);
  const order = new Set<GatewayId>([...(answered === null ? [] : [answered.gateway]), expected, 'generic']);
  const findings = firstFindings(readings, [...order], record);
  if (answered === null) return withFront(readings.generic, findings, record);
  if (expected === 'generic' || answered.gateway === expected) return findings;
  return [...findings, otherGateway(expected, answered)];
}

function answeringGateway(readings: AnswerReadings, record: HandshakeRecord): RecognisedGateway | null {
  for (const id of GATEWAY_IDS) {
    const recognition = readings[id].recogniseAnswer(record);
    if (recognition !== null) return { gateway: id, because: recognition.because };
  }
  return null;
}

/** RFC 9110 section 15.3.1. */
const OK = 200;

/** Beside somebody who is known to have written the answer, that its status has no meaning everywhere is no news. */
const UNKNOWN_ANSWER = 'generic-unknown-answer';
/** Its 400 is about the scheme, whatever else that status can mean. */
const TLS_EXPECTED = 'front-tls-expected';

/**
 * Where the answer gives no gateway away, whatever stands before it may have written it. Then the gateway's own meaning
 * of the status is not what this answer means; a page with 200 alone is one that a gateway may have let through.
 */
function withFront(
  generic: AnswerReading,
  findings: readonly Finding[],
  record: HandshakeRecord,
): readonly Finding[] {
  const { wrote, passed } = diagnoseFront(record);
  if (wrote.length === 0) return [...findings, ...passed];
  const isPage = record.response?.status === OK;
  const ofStatus = isPage ? findings : generic.diagnose(record).filter(({ id }) => id !== UNKNOWN_ANSWER);
  return [...wrote, ...(wrote[0]?.id === TLS_EXPECTED ? [] : ofStatus), ...passed];
}

function firstFindings(
  readings: AnswerReadings,
  order: readonly GatewayId[],
  record: HandshakeRecord,
): readonly Finding[] {
  for (const id of order) {
    const findings = readings[id].diagnose(record);
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
