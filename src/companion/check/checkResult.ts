import type { Ending } from '#domain/connection/connection.ts';
import type { Confidence, Evidence, Finding } from '#domain/gateway/gateway.ts';
import type { GatewayId } from '#domain/gateway/gatewayId.ts';
import type { HandshakeRecord } from '#domain/handshake/handshakeRecord.ts';
import type { ExchangeResult, ReceivedText } from './exchange.ts';

/** One check that is over, with every secret masked: what the formats print, and all that they know. */
export interface CheckResult {
  readonly name: string | null;
  readonly isPassed: boolean;
  /** What came of it, for example `refused: 401 Access Denied`. */
  readonly summary: string;
  readonly expectedStatus: number;
  readonly gateway: GatewayId;
  /** Its response's body stands in `body`. */
  readonly record: HandshakeRecord;
  readonly body: ReportedBody | null;
  readonly findings: readonly ReportedFinding[];
  readonly exchange: ReportedExchange | null;
  readonly expectations: readonly ReportedExpectation[];
}

/** What the profile expects, and what came of it. */
export interface ReportedExpectation {
  readonly expectation: string;
  readonly isMet: boolean;
  readonly seen: string;
}

export interface ReportedBody {
  /** `null` when it is no text. */
  readonly text: string | null;
  readonly receivedBytes: number;
  readonly isTruncated: boolean;
}

export interface ReportedFinding {
  readonly id: string;
  readonly gateway: GatewayId;
  readonly severity: Finding['severity'];
  readonly title: string;
  readonly evidence: readonly Evidence[];
  readonly confidence: Confidence;
  readonly fixes: readonly string[];
  readonly source: string;
}

export interface ReportedExchange {
  readonly result: ExchangeResult;
  readonly receivedCount: number;
  readonly received: readonly ReceivedText[];
  readonly reply: ReceivedText | null;
  readonly afterMs: number;
  readonly ending: Ending | null;
}
