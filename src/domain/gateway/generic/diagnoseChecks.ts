import type { HandshakeCheck, HandshakeCheckId, HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import { fixBy, toFixes, type FixDraft } from '../fixAction.ts';
import type { Finding } from '../gateway.ts';

interface Meaning extends Pick<Finding, 'title' | 'source'> {
  readonly fixes: readonly FixDraft[];
}

/** What a rule broken by a 101 says of who wrote it (gateways.md 1.2). The status itself is diagnosed by its number. */
const MEANINGS: Readonly<Record<Exclude<HandshakeCheckId, 'status-101'>, Meaning>> = {
  'http-version': {
    title: 'The server answered with a version of HTTP that cannot switch protocols.',
    fixes: ['Allow HTTP/1.1 in the gateway or proxy that answered.'],
    source: 'gateways.md G9',
  },
  upgrade: {
    title: 'The 101 has no proper Upgrade header: a proxy removed it, or the answer was written by hand.',
    fixes: [
      'Let proxies on the way pass Connection and Upgrade on.',
      'If a script writes the 101, let it set Upgrade: websocket.',
    ],
    source: 'gateways.md 1.2',
  },
  connection: {
    title: 'The 101 has no proper Connection header: a proxy removed it, or the answer was written by hand.',
    fixes: [
      'Let proxies on the way pass Connection and Upgrade on.',
      'If a script writes the 101, let it set Connection: Upgrade.',
    ],
    source: 'gateways.md 1.2',
  },
  accept: {
    title:
      'The 101 does not answer this request’s key: it came from a cache or a proxy, or was written by hand.',
    fixes: [
      'Look for a cache on the way, and let it pass WebSocket handshakes on.',
      'If a script writes the 101, let it compute Sec-WebSocket-Accept from this request’s key, without spaces around it.',
    ],
    source: 'gateways.md 1.2',
  },
  subprotocol: {
    title: 'The server did not select one of the subprotocols offered.',
    fixes: [
      'Let the server return one of those offered in Sec-WebSocket-Protocol: Chrome and Node’s ws fail the connection without it, though RFC 6455 permits none. One that was not offered fails every client.',
      fixBy(
        { kind: 'stop-offering-subprotocols' },
        'Or offer only what the server speaks; none, if you do not know.',
      ),
    ],
    source: 'gateways.md 7 row 18',
  },
  extensions: {
    title: 'The server accepted an extension that was not offered, or in a form that was not.',
    fixes: [
      fixBy(
        { kind: 'stop-offering-compression' },
        'Switch the extension off in the server or proxy, or change what is offered under Options.',
      ),
    ],
    source: 'gateways.md 1.2',
  },
};

/** Findings on the rules that the answer breaks, or that it keeps in a way that browsers do not take. */
export function diagnoseChecks({ checks }: HandshakeRecord): readonly Finding[] {
  return checks.flatMap((check) => {
    if (check.verdict === 'kept' || check.id === 'status-101') return [];
    return [toFinding(check, MEANINGS[check.id])];
  });
}

function toFinding(check: HandshakeCheck, meaning: Meaning): Finding {
  return {
    id: `generic-check-${check.id}`,
    gateway: 'generic',
    severity: check.verdict === 'broken' ? 'error' : 'warning',
    ...meaning,
    fixes: toFixes(meaning.fixes),
    evidence: [{ where: check.rule, quote: check.seen }],
    confidence: 'documented',
  };
}
