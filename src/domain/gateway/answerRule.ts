import type { HandshakeRecord } from '../handshake/handshakeRecord.ts';
import { findHeader } from '../websocket/headerField.ts';
import { readAnswer, type Answer } from './answer.ts';
import { quoteBody, quoteHeaders, quoteStatus } from './evidence.ts';
import { toFixes, type FixDraft } from './fixAction.ts';
import type { Confidence, Evidence, Finding } from './gateway.ts';
import type { GatewayId } from './gatewayId.ts';
import { parseUrl } from '../format/parseUrl.ts';

/** One row of gateways.md: which answer means what. All the conditions given must hold. */
export interface AnswerRule {
  readonly id: string;
  readonly status?: readonly number[];
  /** A header, and what its value says. */
  readonly header?: readonly [name: string, value: RegExp];
  readonly body?: RegExp;
  /** What the tables above cannot say. */
  readonly when?: (seen: Seen) => boolean;
  /** Headers worth quoting beside those that the conditions name. */
  readonly quotes?: readonly string[];
  /** What else shows it, such as something in the request. */
  readonly evidence?: (seen: Seen) => readonly Evidence[];
  readonly severity?: Finding['severity'];
  readonly title: string | ((seen: Seen) => string);
  readonly confidence: Confidence;
  /** Likeliest first. */
  readonly fixes: readonly FixDraft[] | ((seen: Seen) => readonly FixDraft[]);
  readonly source: string;
}

/** What a rule found in the answer: the cure is often named there. */
export interface Seen {
  readonly record: HandshakeRecord;
  readonly answer: Answer;
  /** The URL dialled. */
  readonly url: URL;
  /** The match of `header`; its groups hold what the answer names. */
  readonly header: RegExpExecArray | null;
  readonly body: RegExpExecArray | null;
}

/** The finding of the first rule that the answer meets; none when there is no answer, or no rule for it. */
export function applyRules(
  gateway: GatewayId,
  rules: readonly AnswerRule[],
  record: HandshakeRecord,
): readonly Finding[] {
  const answer = readAnswer(record);
  const url = parseUrl(record.url);
  if (answer === null || url === null) return [];
  for (const rule of rules) {
    const seen = matchRule(rule, { record, answer, url });
    if (seen !== null) return [toFinding(gateway, rule, seen)];
  }
  return [];
}

function matchRule(rule: AnswerRule, asked: Pick<Seen, 'record' | 'answer' | 'url'>): Seen | null {
  const { answer } = asked;
  if (rule.status !== undefined && !rule.status.includes(answer.status)) return null;
  const header = matchHeader(rule, answer);
  if (rule.header !== undefined && header === null) return null;
  const body = rule.body?.exec(answer.text) ?? null;
  if (rule.body !== undefined && body === null) return null;
  const seen: Seen = { ...asked, header, body };
  return rule.when === undefined || rule.when(seen) ? seen : null;
}

function matchHeader({ header }: AnswerRule, { response }: Answer): RegExpExecArray | null {
  if (header === undefined) return null;
  const value = findHeader(response.headers, header[0]);
  return value === null ? null : header[1].exec(value);
}

function toFinding(gateway: GatewayId, rule: AnswerRule, seen: Seen): Finding {
  const headerNames = [...(rule.header === undefined ? [] : [rule.header[0]]), ...(rule.quotes ?? [])];
  return {
    id: rule.id,
    gateway,
    severity: rule.severity ?? 'error',
    title: typeof rule.title === 'string' ? rule.title : rule.title(seen),
    evidence: [
      quoteStatus(seen.answer),
      ...quoteHeaders(seen.answer, headerNames),
      ...quoteBody(seen.answer, seen.body),
      ...(rule.evidence?.(seen) ?? []),
    ],
    confidence: rule.confidence,
    fixes: toFixes(typeof rule.fixes === 'function' ? rule.fixes(seen) : rule.fixes),
    source: rule.source,
  };
}
