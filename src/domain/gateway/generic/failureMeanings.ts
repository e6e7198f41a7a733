import type { HandshakeFailureCode, HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import { fixBy, type FixAction, type FixDraft } from '../fixAction.ts';
import { parseUrl } from '../../format/parseUrl.ts';

export interface FailureMeaning {
  /** Plain words; the record's own message, with hosts and times, stands in the evidence. */
  readonly title: string;
  readonly fixes: (record: HandshakeRecord) => readonly FixDraft[];
}

const BYPASS_PROXY = fixBy({ kind: 'bypass-proxy' }, 'Connect without the proxy, if the network allows it.');
const ACCEPT_CERTIFICATE = fixBy(
  { kind: 'accept-any-certificate' },
  'For a test alone, accept any certificate in this profile: anybody on the way can then read along.',
);
const SERVER_LOG = 'Look into the gateway’s or the server’s log for this moment.';

function moreTime(limit: Extract<FixAction, { kind: 'allow-more-time' }>['limit'], what: string): FixDraft {
  return fixBy({ kind: 'allow-more-time', limit }, `Allow more time for ${what}, under Options.`);
}

/** What each way of getting no answer means, and what to do, likeliest first. */
export const FAILURE_MEANINGS: Readonly<
  Record<Exclude<HandshakeFailureCode, 'tls-untrusted' | 'browser-hidden'>, FailureMeaning>
> = {
  'dns-not-found': {
    title: 'The host’s name does not exist in DNS.',
    fixes: ({ url }) => [
      `Check the spelling of ${hostOf(url)}; a gateway that was deleted, or whose id is mistyped, has no name either.`,
      'A private name needs your VPN, or the company’s name servers.',
    ],
  },
  'dns-unavailable': {
    title: 'No name server answered.',
    fixes: () => [
      'Check that this machine is online, and that its name servers can be reached.',
      'A VPN that has just been switched on or off often leaves the wrong ones behind: reconnect it.',
    ],
  },
  'dns-timeout': {
    title: 'Looking up the host’s name took too long.',
    fixes: () => ['Check this machine’s name servers and VPN.', moreTime('dnsMs', 'DNS')],
  },
  'tcp-refused': {
    title: 'Nothing listens on this port: the connection was refused.',
    fixes: ({ url }) => [
      `Check the port (${portOf(url)}), and that the server is running.`,
      'Check that the server listens on this address, not on its loopback alone.',
    ],
  },
  'tcp-unreachable': {
    title: 'There is no way from this machine to that address.',
    fixes: () => [
      'Check the network and the VPN.',
      'An address of IPv6 alone needs a network that has IPv6.',
    ],
  },
  'tcp-reset': {
    title: 'The connection was reset while it was being made.',
    fixes: () => [
      'A firewall or load balancer on the way often does this: check which addresses it lets through.',
      SERVER_LOG,
    ],
  },
  'tcp-timeout': {
    title: 'The address does not answer: silence.',
    fixes: () => [
      'A firewall usually drops in silence what it does not allow: check the port, the VPN and the gateway’s allowed addresses.',
      'A gateway in a private network answers only from inside it.',
      moreTime('tcpMs', 'TCP'),
    ],
  },
  'proxy-unreachable': {
    title: 'The forward proxy cannot be reached.',
    fixes: () => ['Check the proxy’s address, under Options or in HTTPS_PROXY and HTTP_PROXY.', BYPASS_PROXY],
  },
  'proxy-refused': {
    title: 'The forward proxy made no tunnel.',
    fixes: () => ['Check that it is an HTTP proxy and allows CONNECT to this host and port.', BYPASS_PROXY],
  },
  'proxy-timeout': {
    title: 'The forward proxy does not answer.',
    fixes: () => ['Check that the proxy can reach the gateway.', BYPASS_PROXY],
  },
  'tls-expired': {
    title: 'The server’s certificate has expired.',
    fixes: () => [
      'Have the certificate renewed on the server; one renewed already may not have been loaded yet.',
      'Check this machine’s clock.',
      ACCEPT_CERTIFICATE,
    ],
  },
  'tls-not-yet-valid': {
    title: 'The server’s certificate is not valid yet.',
    fixes: () => [
      'Check this machine’s clock first, then the certificate’s dates in the handshake.',
      ACCEPT_CERTIFICATE,
    ],
  },
  'tls-wrong-host': {
    title: 'The server’s certificate is for another name.',
    fixes: ({ tls, url }) => [
      ...byCertificateName(tls?.chain[0]?.names ?? [], url),
      'Use the host that the certificate is for; a custom domain needs a certificate of its own on the gateway.',
      ACCEPT_CERTIFICATE,
    ],
  },
  'tls-client-certificate-required': {
    title: 'The server wants a client certificate that it knows.',
    fixes: () => [
      'Add the client certificate and its key (PEM) that the gateway expects, under Options.',
      'If one was sent, check that its issuer is among those that the gateway trusts, and that it has not expired.',
      'Some servers answer the same when they share no TLS version or cipher with the client.',
    ],
  },
  'tls-client-certificate-unusable': {
    title: 'The client certificate of this profile cannot be used.',
    fixes: () => ['Correct the client certificate, its key and its passphrase under Options: all PEM.'],
  },
  'tls-not-tls': {
    title: 'The port speaks no TLS: something else answered.',
    fixes: () => [
      fixBy({ kind: 'set-scheme', scheme: 'ws' }, 'Use ws:// instead of wss://, if the server means it so.'),
      'Or use the port where the server offers TLS.',
    ],
  },
  'tls-protocol': {
    title: 'TLS failed: client and server do not agree on a version or cipher.',
    fixes: () => [
      'Check which TLS versions the server offers: below 1.2, current clients refuse.',
      'Check the server name under Options: a server that knows no such name can fail like this.',
      SERVER_LOG,
    ],
  },
  'tls-reset': {
    title: 'The server ended the connection during the TLS handshake.',
    fixes: () => [
      'Servers do this for a name that they do not know: check the host, and the server name under Options.',
      'A firewall that looks into TLS does it too.',
      'Check that the port offers TLS.',
    ],
  },
  'tls-timeout': {
    title: 'The server does not finish the TLS handshake.',
    fixes: () => [
      'Check that the port offers TLS: a server that waits for plain HTTP stays silent.',
      fixBy({ kind: 'set-scheme', scheme: 'ws' }, 'If it is plain HTTP there, use ws://.'),
      moreTime('tlsMs', 'TLS'),
    ],
  },
  'request-failed': {
    title: 'The request could not be sent.',
    fixes: () => [
      'Try again. If it happens each time, something on the way ends the connection.',
      SERVER_LOG,
    ],
  },
  'answer-not-http': {
    title: 'What listens there does not speak HTTP.',
    fixes: () => ['Check the port: another kind of server listens on this one.'],
  },
  'answer-too-large': {
    title: 'The head of the answer is too large.',
    fixes: () => ['Look on the server for headers or cookies that grow without end.'],
  },
  'answer-tls-expected': {
    title: 'The port expects TLS.',
    fixes: () => [fixBy({ kind: 'set-scheme', scheme: 'wss' }, 'Use wss:// instead of ws://.')],
  },
  'answer-reset': {
    title: 'The connection was reset instead of an answer.',
    fixes: () => [
      SERVER_LOG,
      'A firewall that does not allow WebSocket upgrades can do this: try from another network.',
    ],
  },
  'answer-closed': {
    title: 'The connection was ended without an answer.',
    fixes: ({ url }) => [
      ...(url.startsWith('ws:')
        ? [fixBy({ kind: 'set-scheme', scheme: 'wss' }, 'If the port expects TLS, use wss://.')]
        : []),
      'Check that what listens there speaks HTTP/1.1: a listener for HTTP/2 alone ends such a connection.',
      SERVER_LOG,
    ],
  },
  'answer-timeout': {
    title: 'The request was sent, and no answer came: silence.',
    fixes: () => [
      'The gateway may be waiting for the service behind it: check that it is up and answers WebSocket upgrades.',
      'A server that expects TLS, or no HTTP at all, stays silent too: check scheme and port.',
      moreTime('answerMs', 'the answer'),
    ],
  },
  'checks-broken': {
    title: 'The server switched protocols, but not to a WebSocket connection.',
    fixes: () => ['See the checks in the handshake: something on the way changed or invented the answer.'],
  },
  'target-forbidden': {
    title: 'This companion may not dial that address.',
    fixes: () => ['Ask whoever runs the companion to allow the target by name.'],
  },
  'request-invalid': {
    title: 'The request cannot be sent as it is.',
    fixes: () => ['Correct what the message names; nothing has been sent.'],
  },
  'companion-lost': {
    title: 'The companion was lost during the attempt.',
    fixes: () => [
      'Start it again (npm start), and reload the page.',
      fixBy({ kind: 'switch-transport', transport: 'browser' }, 'Or use the Browser transport meanwhile.'),
    ],
  },
  unexpected: {
    title: 'Postern met an error of its own.',
    fixes: () => ['Try again, and please report it if it comes back.'],
  },
};

function hostOf(url: string): string {
  return parseUrl(url)?.hostname ?? 'the host';
}

function portOf(url: string): string {
  const parsed = parseUrl(url);
  if (parsed === null) return 'in the URL';
  const { port, protocol } = parsed;
  return port === '' ? (protocol === 'wss:' ? '443' : '80') : port;
}

/** Dialled by address, or by another name than the certificate's: asking for the certificate's own name keeps the check. */
function byCertificateName(names: readonly string[], url: string): readonly FixDraft[] {
  const hosts = names.filter((name) => name.startsWith('DNS:')).map((name) => name.slice('DNS:'.length));
  const named = hosts.find((name) => !name.includes('*'));
  if (named === undefined || named === hostOf(url)) return [];
  const text = `If ${hostOf(url)} is the right machine, ask for its certificate of ${named}: set the server name.`;
  return [fixBy({ kind: 'set-server-name', serverName: named }, text)];
}
