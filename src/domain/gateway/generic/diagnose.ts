import { assertNever } from '../../assertNever.ts';
import type { HandshakeRecord, UpgradeResponse } from '../../handshake/handshakeRecord.ts';
import { applyRules } from '../answerRule.ts';
import { fixBy, toFixes } from '../fixAction.ts';
import type { Finding } from '../gateway.ts';
import { suspectToken } from '../webpubsub/diagnoseToken.ts';
import { diagnoseChecks } from './diagnoseChecks.ts';
import { diagnoseFailure } from './diagnoseFailure.ts';
import { STATUS_RULES } from './statusRules.ts';

/** What can be said without knowing the gateway. An ended handshake that did not open always gets a finding. */
export function diagnose(record: HandshakeRecord): readonly Finding[] {
  const { outcome, response } = record;
  if (outcome === null) return [];
  switch (outcome.kind) {
    case 'cancelled':
      return [];
    case 'open':
      return diagnoseChecks(record);
    case 'failed': {
      const findings = outcome.failure.code === 'checks-broken' ? diagnoseChecks(record) : [];
      return findings.length > 0 ? findings : diagnoseFailure(record);
    }
    case 'refused':
      if (response?.from === 'proxy') return [refusedByProxy(response, record.proxy)];
      return diagnoseStatus(record);
    default:
      return assertNever(outcome);
  }
}

/** What the request itself shows comes before what the status means everywhere. */
function diagnoseStatus(record: HandshakeRecord): readonly Finding[] {
  const suspected = suspectToken(record);
  return [...(suspected === null ? [] : [suspected]), ...applyRules('generic', STATUS_RULES, record)];
}

function refusedByProxy({ status, reason }: UpgradeResponse, proxy: string | null): Finding {
  const needsCredentials = status === PROXY_AUTHENTICATION_REQUIRED;
  return {
    id: needsCredentials ? 'generic-proxy-authentication' : 'generic-proxy-refused',
    gateway: 'generic',
    severity: 'error',
    title: needsCredentials
      ? 'The forward proxy wants credentials; the gateway was not asked.'
      : 'The forward proxy refused the tunnel; the gateway was not asked.',
    evidence: [
      { where: 'Status', quote: `${status} ${reason}`.trim() },
      ...(proxy === null ? [] : [{ where: 'Proxy', quote: proxy }]),
    ],
    confidence: 'documented',
    fixes: toFixes([
      needsCredentials
        ? 'Put the user and password into the proxy URL, under Options.'
        : 'Check that the proxy allows CONNECT to this host and port.',
      fixBy(
        { kind: 'bypass-proxy' },
        'Or connect without a proxy, if the network allows it: choose so under Options.',
      ),
    ]),
    source: 'gateways.md 1.2',
  };
}

const PROXY_AUTHENTICATION_REQUIRED = 407;
