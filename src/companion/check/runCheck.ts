import { assertNever } from '#domain/assertNever.ts';
import { describeExpectation } from '#domain/expectation/describeExpectation.ts';
import {
  judgeExpectations,
  summariseJudged,
  type JudgedExpectation,
} from '#domain/expectation/judgeExpectations.ts';
import { observeRecord } from '#domain/expectation/observeConnection.ts';
import type { Finding } from '#domain/gateway/gateway.ts';
import type { GatewayId } from '#domain/gateway/gatewayId.ts';
import { loadAnswerReader, type AnswerReader } from '#domain/gateway/answerReader.ts';
import { recogniseGateway } from '#domain/gateway/gateways.ts';
import { decodeBody } from '#domain/handshake/decodeBody.ts';
import type { HandshakeRecord, UpgradeResponse } from '#domain/handshake/handshakeRecord.ts';
import { maskRecord } from '#domain/profile/maskRecord.ts';
import { dial, type DialOptions } from '../handshake/dial.ts';
import { now } from '../relay/clock.ts';
import { recordOnce } from '../handshake/recordOnce.ts';
import type { ExchangePlan } from './checkCommand.ts';
import type {
  CheckResult,
  ReportedBody,
  ReportedExchange,
  ReportedExpectation,
  ReportedFinding,
} from './checkResult.ts';
import type { CheckTarget } from './checkTarget.ts';
import { exchangeMessages, type Exchange } from './exchange.ts';
import { watchExpectations } from './expectationWatch.ts';
import { judge, type Verdict } from './judge.ts';
import { SWITCHING_PROTOCOLS } from './parseCheckArguments.ts';
import { createMasker, maskStrings } from './valueMasker.ts';

export interface CheckPlan {
  readonly exchange: ExchangePlan | null;
  /** `null` for what the profile expects. */
  readonly expectedStatus: number | null;
}

/** Makes one handshake, and the exchange that was asked for. What comes back holds no secret of the target. */
export async function runCheck(
  target: CheckTarget,
  plan: CheckPlan,
  options: Omit<DialOptions, 'onEvent'>,
): Promise<CheckResult> {
  const { record, exchange, judged } = await attempt(target, plan.exchange, options);
  const expectedStatus = plan.expectedStatus ?? refusalExpectedOf(target) ?? SWITCHING_PROTOCOLS;
  const reader = await loadAnswerReader();
  const findings = reader.diagnose(record, target.gateway);
  const gateway = gatewayOf(target, findings);
  const closeFinding = exchange === null ? null : explainEnd(reader, gateway, record, exchange);
  const reportedExchange = exchange === null || plan.exchange === null ? null : reportExchange(exchange);
  const expectations = judged.map(reportExpectation);
  const masked = maskRecord(record, target.secretNames);
  const { response } = masked;
  const result: CheckResult = {
    name: target.name,
    ...withExpectations(judge(record, reportedExchange, expectedStatus), judged),
    expectedStatus,
    gateway,
    record: { ...masked, response: response === null ? null : { ...response, body: null } },
    body: response === null ? null : reportBody(response),
    findings: [...(closeFinding === null ? [] : [closeFinding]), ...findings].map(reportFinding),
    exchange: reportedExchange,
    expectations,
  };
  return maskStrings(result, createMasker(target.secrets));
}

interface Attempted {
  readonly record: HandshakeRecord;
  readonly exchange: Exchange | null;
  readonly judged: readonly JudgedExpectation[];
}

/** Where the command line asks for no exchange: what the expectations send and wait for is all. */
const NO_EXCHANGE: ExchangePlan = { send: null, expectedReply: null, replyTimeoutMs: 0 };

async function attempt(
  target: CheckTarget,
  plan: ExchangePlan | null,
  options: Omit<DialOptions, 'onEvent'>,
): Promise<Attempted> {
  const { request, message, expectations, awaitedMessages } = target;
  const judgeRecord = (record: HandshakeRecord) =>
    judgeExpectations(expectations, { attempt: observeRecord(record), sightings: {} });
  const isWatched = expectations.some(({ kind }) => kind === 'message' || kind === 'closes');
  if (plan === null && !isWatched) {
    const record = await recordOnce(request, options);
    return { record, exchange: null, judged: judgeRecord(record) };
  }
  const result = await dial(request, { ...options, onEvent: () => {} });
  const { record } = result;
  const observed = observeRecord(record);
  if (result.kind !== 'open' || observed.kind !== 'open') {
    return { record, exchange: null, judged: judgeRecord(record) };
  }
  const watch = isWatched ? watchExpectations({ expectations, attempt: observed, now }) : null;
  const exchange = await exchangeMessages(result, {
    plan: plan ?? NO_EXCHANGE,
    message,
    awaitedMessages,
    maxFrameBytes: request.maxFrameBytes,
    watch,
  });
  return { record, exchange, judged: watch === null ? judgeRecord(record) : await watch.settled };
}

/** Of a profile that tests a refusal. */
function refusalExpectedOf({ expectations }: CheckTarget): number | null {
  const refusal = expectations.find((expectation) => expectation.kind === 'refused');
  return refusal === undefined ? null : refusal.status;
}

function withExpectations(verdict: Verdict, judged: readonly JudgedExpectation[]): Verdict {
  if (judged.length === 0) return verdict;
  const areMet = judged.every((each) => each.verdict === 'met');
  return {
    isPassed: verdict.isPassed && areMet,
    summary: `${verdict.summary}; ${summariseJudged(judged)}`,
  };
}

function reportExpectation({ expectation, verdict, seen }: JudgedExpectation): ReportedExpectation {
  return { expectation: describeExpectation(expectation), isMet: verdict === 'met', seen };
}

/** The gateway that was chosen, else the one that the answer or the URL tells. */
function gatewayOf({ gateway, request }: CheckTarget, findings: readonly Finding[]): GatewayId {
  if (gateway !== 'auto') return gateway;
  const told = findings.find((finding) => finding.gateway !== 'generic');
  return told?.gateway ?? recogniseGateway(request.url)?.gateway ?? 'generic';
}

function explainEnd(
  reader: AnswerReader,
  gateway: GatewayId,
  record: HandshakeRecord,
  exchange: Exchange,
): Finding | null {
  const { outcome } = record;
  if (outcome?.kind !== 'open' || exchange.ending === null) return null;
  const { subprotocol, extensions } = outcome;
  const opened = { at: exchange.openedAt, subprotocol, extensions };
  return reader.explainClose(gateway, opened, exchange.ending, exchange.lastTrafficAt, record);
}

function reportExchange(exchange: Exchange): ReportedExchange {
  const { result, receivedCount, received, reply, afterMs, ending } = exchange;
  return { result, receivedCount, received, reply, afterMs, ending };
}

/** Bytes in base64 would hide a secret from everyone but those who look for one, so only text is reported. */
function reportBody(response: UpgradeResponse): ReportedBody | null {
  if (response.body === null) return null;
  const { receivedBytes, isTruncated } = response.body;
  return { text: bodyText(response), receivedBytes, isTruncated };
}

function bodyText(response: UpgradeResponse): string | null {
  const body = decodeBody(response);
  switch (body.kind) {
    case 'empty':
      return '';
    case 'binary':
      return null;
    case 'json':
    case 'text':
    case 'html':
    case 'xml':
      return body.text;
    default:
      return assertNever(body);
  }
}

function reportFinding(finding: Finding): ReportedFinding {
  const { id, gateway, severity, title, evidence, confidence, fixes, source } = finding;
  return { id, gateway, severity, title, evidence, confidence, fixes: fixes.map(fixText), source };
}

/** Some fixes can also be applied with one click, in the page. */
function fixText(fix: string | { readonly text: string }): string {
  return typeof fix === 'string' ? fix : fix.text;
}
