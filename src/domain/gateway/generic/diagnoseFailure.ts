import type { HandshakeFailure, HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import { fixBy, toFixes } from '../fixAction.ts';
import type { Evidence, Finding } from '../gateway.ts';
import { FAILURE_MEANINGS, type FailureMeaning } from './failureMeanings.ts';
import { readDistrust } from './readDistrust.ts';

/** A finding on an attempt that ended without an answer: what happened, as whoever made the attempt said it, and what to do. */
export function diagnoseFailure(record: HandshakeRecord): readonly Finding[] {
  const { outcome } = record;
  if (outcome?.kind !== 'failed') return [];
  const { failure } = outcome;
  const { code } = failure;
  if (code === 'browser-hidden') return [HIDDEN_BY_BROWSER];
  if (code === 'tls-untrusted') return [untrusted(record, failure)];
  return [explained(record, failure, FAILURE_MEANINGS[code])];
}

function explained(
  record: HandshakeRecord,
  failure: HandshakeFailure,
  { title, fixes }: FailureMeaning,
): Finding {
  return {
    id: `generic-${failure.code}`,
    gateway: 'generic',
    severity: 'error',
    title,
    evidence: evidenceOf(failure),
    confidence: 'observed',
    fixes: toFixes(fixes(record)),
    source: 'the attempt itself',
  };
}

function untrusted(record: HandshakeRecord, failure: HandshakeFailure): Finding {
  const { id, title, fixes, confidence } = readDistrust(record, failure.systemCode);
  return {
    id,
    gateway: 'generic',
    severity: 'error',
    title,
    evidence: [...evidenceOf(failure), ...certificateEvidence(record)],
    confidence,
    fixes: toFixes(fixes),
    source: 'the attempt itself',
  };
}

function evidenceOf({ step, systemCode, message }: HandshakeFailure): readonly Evidence[] {
  return [
    { where: 'Step', quote: systemCode === null ? step : `${step}: ${systemCode}` },
    { where: 'Seen', quote: message },
  ];
}

function certificateEvidence({ tls }: HandshakeRecord): readonly Evidence[] {
  const leaf = tls?.chain[0];
  if (leaf === undefined) return [];
  return [
    { where: 'Certificate', quote: leaf.subject },
    { where: 'Issued by', quote: leaf.issuer },
  ];
}

/** gateways.md G2 and G6; section 7 rows 32 and 33. */
const HIDDEN_BY_BROWSER: Finding = {
  id: 'generic-browser-hidden',
  gateway: 'generic',
  severity: 'error',
  title: 'The browser does not say why the handshake failed.',
  evidence: [{ where: 'Close code', quote: '1006' }],
  confidence: 'documented',
  fixes: toFixes([
    fixBy(
      { kind: 'switch-transport', transport: 'companion' },
      'Ask the companion: it makes the same handshake and shows status, headers and body.',
    ),
    'If the companion’s attempt succeeds, compare what only it can do: send headers or another Origin, accept an untrusted certificate, go on without a selected subprotocol.',
    'For an untrusted certificate, open the https:// form of the URL once in a tab.',
  ]),
  source: 'gateways.md 7 rows 32 and 33',
};
