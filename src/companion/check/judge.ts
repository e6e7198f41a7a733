import { assertNever } from '#domain/assertNever.ts';
import { formatCount } from '#domain/format/formatCount.ts';
import { formatDuration } from '#domain/format/formatDuration.ts';
import type { HandshakeRecord } from '#domain/handshake/handshakeRecord.ts';
import { explainCloseCode } from '#domain/websocket/closeCode.ts';
import type { ReportedExchange } from './checkResult.ts';
import { MATCH_LIMIT_MS } from './matchReply.ts';
import { SWITCHING_PROTOCOLS } from './parseCheckArguments.ts';

export interface Verdict {
  readonly isPassed: boolean;
  readonly summary: string;
}

/** Whether a check came out as expected, and what came of it in a few words. */
export function judge(
  record: Pick<HandshakeRecord, 'outcome' | 'response'>,
  exchange: ReportedExchange | null,
  expectedStatus: number,
): Verdict {
  const handshake = judgeHandshake(record, expectedStatus);
  if (exchange === null || record.outcome?.kind !== 'open') return handshake;
  const { isPassed, summary } = judgeExchange(exchange);
  return { isPassed: isPassed && handshake.isPassed, summary: `${handshake.summary}; ${summary}` };
}

function judgeHandshake(
  { outcome, response }: Pick<HandshakeRecord, 'outcome' | 'response'>,
  expectedStatus: number,
): Verdict {
  switch (outcome?.kind) {
    case 'open':
      return expect(expectedStatus === SWITCHING_PROTOCOLS, 'open', expectedStatus);
    case 'refused': {
      // A forward proxy has refused the way to the target: what the target would have said is not known.
      const isTarget = response?.from !== 'proxy';
      const who = isTarget ? 'refused' : 'refused by the proxy';
      const summary = `${who}: ${outcome.status} ${outcome.reason}`.trimEnd();
      return expect(isTarget && outcome.status === expectedStatus, summary, expectedStatus);
    }
    case 'failed':
      return expect(false, `failed: ${outcome.failure.code}`, expectedStatus);
    case 'cancelled':
    case undefined:
      return { isPassed: false, summary: 'cancelled' };
    default:
      return assertNever(outcome);
  }
}

function expect(isPassed: boolean, summary: string, expectedStatus: number): Verdict {
  if (expectedStatus === SWITCHING_PROTOCOLS) return { isPassed, summary };
  const what = isPassed ? 'as expected' : `where ${expectedStatus} of the gateway was expected`;
  return { isPassed, summary: `${summary}, ${what}` };
}

function judgeExchange({ result, receivedCount, afterMs, ending }: ReportedExchange): Verdict {
  const count = receivedCount === 1 ? '1 message came' : `${formatCount(receivedCount)} messages came`;
  const time = formatDuration(afterMs);
  switch (result) {
    case 'sent':
      return { isPassed: true, summary: 'sent' };
    case 'replied':
      return { isPassed: true, summary: `expected reply after ${time}` };
    case 'no-reply':
      return { isPassed: false, summary: `no expected reply within ${time} (${count})` };
    case 'ran-away':
      return {
        isPassed: false,
        summary: `the expression of --expect-reply did not finish within ${MATCH_LIMIT_MS / 1000} s`,
      };
    case 'ended': {
      const code =
        ending === null ? '' : ` with ${ending.closeCode} ${explainCloseCode(ending.closeCode).name}`;
      return { isPassed: false, summary: `ended${code} after ${time}, before an expected reply (${count})` };
    }
    default:
      return assertNever(result);
  }
}
