import type { HandshakeCheck, UpgradeResponse } from '../handshake/handshakeRecord.ts';
import { checkAccept } from './checkAccept.ts';
import { checkAcceptedExtensions } from './checkAcceptedExtensions.ts';
import { checkSelectedSubprotocol } from './checkSelectedSubprotocol.ts';
import { findHeader } from './headerField.ts';
import type { OpeningHandshake } from './openingHandshake.ts';
import { parseList } from './token.ts';

/**
 * Each rule for the server's answer (RFC 6455 sections 4.1 and 4.2.2), with what the answer said. The rules behind the
 * status line only bind a 101: for any other answer they are not checked.
 */
export function checkOpeningHandshake(handshake: OpeningHandshake): readonly HandshakeCheck[] {
  const { response } = handshake;
  const statusChecks = [checkHttpVersion(response), checkStatus(response)];
  if (response.status !== SWITCHING_PROTOCOLS) return statusChecks;
  return [
    ...statusChecks,
    checkUpgrade(response),
    checkConnection(response),
    checkAccept(handshake),
    checkSelectedSubprotocol(handshake),
    checkAcceptedExtensions(handshake),
  ];
}

/** Whether the answer opens the connection. A warning does not stop it. */
export function isOpening(checks: readonly HandshakeCheck[]): boolean {
  return checks.length > 0 && checks.every((check) => check.verdict !== 'broken');
}

const SWITCHING_PROTOCOLS = 101;

function checkHttpVersion({ httpVersion }: UpgradeResponse): HandshakeCheck {
  return {
    id: 'http-version',
    verdict: Number.parseFloat(httpVersion) >= 1.1 ? 'kept' : 'broken',
    rule: 'The answer is HTTP/1.1 or later: earlier versions cannot switch protocols.',
    seen: `HTTP/${httpVersion}`,
    source: 'RFC 6455 section 4.2.2; RFC 7230 section 6.7',
  };
}

function checkStatus({ httpVersion, status, reason }: UpgradeResponse): HandshakeCheck {
  return {
    id: 'status-101',
    verdict: status === SWITCHING_PROTOCOLS ? 'kept' : 'broken',
    rule: 'The status is 101 Switching Protocols.',
    seen: `HTTP/${httpVersion} ${status} ${reason}`.trimEnd(),
    source: 'RFC 6455 section 4.1',
  };
}

/** The client's rule is stricter than the server's: the value is `websocket`, not a list that has it. */
function checkUpgrade({ headers }: UpgradeResponse): HandshakeCheck {
  const upgrade = findHeader(headers, 'Upgrade');
  return {
    id: 'upgrade',
    verdict: upgrade?.trim().toLowerCase() === 'websocket' ? 'kept' : 'broken',
    rule: 'The Upgrade header says websocket.',
    seen: upgrade === null ? missingHopByHop('Upgrade') : `Upgrade: ${upgrade}`,
    source: 'RFC 6455 section 4.1',
  };
}

function checkConnection({ headers }: UpgradeResponse): HandshakeCheck {
  const connection = findHeader(headers, 'Connection');
  const options = parseList(connection ?? '').map((option) => option.toLowerCase());
  return {
    id: 'connection',
    verdict: options.includes('upgrade') ? 'kept' : 'broken',
    rule: 'The Connection header lists Upgrade.',
    seen: connection === null ? missingHopByHop('Connection') : `Connection: ${connection}`,
    source: 'RFC 6455 section 4.1',
  };
}

/** gateways.md 1.2: what a 101 without one of these two headers usually is. */
function missingHopByHop(name: string): string {
  return `No ${name} header. A proxy on the way removed it, or the 101 was written by hand.`;
}
