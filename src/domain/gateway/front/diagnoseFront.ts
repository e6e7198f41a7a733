import { findHeader } from '../../websocket/headerField.ts';
import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import { readAnswer, type Answer } from '../answer.ts';
import { applyRules } from '../answerRule.ts';
import { quoteHeaders, quoteStatus } from '../evidence.ts';
import { toFixes } from '../fixAction.ts';
import type { Finding } from '../gateway.ts';
import { findFront, type Front } from './findFront.ts';
import { PAGE_RULES } from './pageRules.ts';

export interface FrontFindings {
  /** An answer that something before the service wrote itself: it says nothing of the gateway behind. */
  readonly wrote: readonly Finding[];
  /** What stands there and may have passed the answer on. */
  readonly passed: readonly Finding[];
}

const NOTHING: FrontFindings = { wrote: [], passed: [] };

/** What the answer to a refused handshake says of whatever stands before the gateway. */
export function diagnoseFront(record: HandshakeRecord): FrontFindings {
  const answer = readAnswer(record);
  if (answer === null || record.outcome?.kind !== 'refused') return NOTHING;
  const pages = applyRules('generic', PAGE_RULES, record);
  const front = findFront(answer);
  if (front === null) return { wrote: pages, passed: [] };
  if (pages.length > 0) return { wrote: pages, passed: [toFinding(front, answer, 'info')] };
  // A redirect is plain enough: who sent it comes second.
  return front.isAuthor && !isRedirect(answer)
    ? { wrote: [toFinding(front, answer, 'error')], passed: [] }
    : { wrote: [], passed: [toFinding(front, answer, 'info')] };
}

function toFinding(
  { rule, isAuthor, evidence }: Front,
  answer: Answer,
  severity: Finding['severity'],
): Finding {
  const others = rule.quotes.filter((name) => !evidence.some(({ where }) => where === name));
  return {
    id: rule.id,
    gateway: 'generic',
    severity,
    title:
      severity === 'info'
        ? `${rule.name} stands before the service: the answer came from it or through it.`
        : `${rule.name} answered itself: ${describeStatus(answer)}`,
    evidence: [...(isAuthor ? [quoteStatus(answer)] : []), ...evidence, ...quoteHeaders(answer, others)],
    confidence: 'inferred',
    fixes: toFixes(rule.fixes),
    source: 'what this server’s answers usually look like',
  };
}

function isRedirect({ status, response }: Answer): boolean {
  return status >= 300 && status < 400 && findHeader(response.headers, 'Location') !== null;
}

/** What a status means from a server that stands in between (RFC 9110 section 15). */
function describeStatus({ status }: Answer): string {
  return MEANINGS[status] ?? `${status}, without asking the service behind it.`;
}

const MEANINGS: Readonly<Record<number, string>> = {
  200: 'it took the handshake for an ordinary request.',
  400: 'it found the request malformed, or speaks another protocol on this port.',
  401: 'it wants credentials of its own.',
  403: 'a rule of it forbids this request.',
  404: 'it knows nothing at this host and path.',
  405: 'it does not allow GET here.',
  413: 'the request is too large for it.',
  414: 'the URL is too long for it.',
  426: 'it saw no upgrade, or wants another protocol.',
  429: 'its rate limit is exceeded.',
  431: 'the headers are too large for it.',
  /** Amazon's load balancers alone have it. */
  464: 'its target group speaks another version of HTTP than the request.',
  502: 'it got no proper answer from the service behind it.',
  503: 'it has no service behind it that is up.',
  504: 'the service behind it did not answer in time.',
};
