import type { AttemptFailureCode } from './failure.ts';

/** What a text may name. Nothing secret: no path, query, header value or credential. */
export interface FailureFacts {
  /** Who was asked, for example `gateway.example.com:443`, or `the proxy proxy.example.com:3128`. */
  readonly peer: string;
  /** The name or address that was asked for. */
  readonly host: string;
  /** The limit of the step, ms. */
  readonly limitMs: number;
  /** What was seen, where a text can say more than its code: a whole sentence, or empty. */
  readonly detail: string;
}

interface FailureText {
  readonly message: string;
  readonly advice: string;
}

/** Each failure in plain words: what went wrong, and what to do about it. */
export const FAILURE_TEXTS: Readonly<Record<AttemptFailureCode, (facts: FailureFacts) => FailureText>> = {
  'dns-not-found': ({ host }) => ({
    message: `The name ${host} does not exist in DNS.`,
    advice: 'Check the spelling of the host. A private name may need your VPN or your company network.',
  }),
  'dns-unavailable': ({ host }) => ({
    message: `The name ${host} could not be looked up: no name server gave an answer.`,
    advice: 'Check that this machine is online and that its name servers can be reached.',
  }),
  'dns-timeout': ({ host, limitMs }) => ({
    message: `Looking up ${host} took longer than ${formatLimit(limitMs)}.`,
    advice: 'Check this machine’s name servers and VPN, or allow more time for DNS in the options.',
  }),
  'tcp-refused': ({ peer }) => ({
    message: `Nothing listens at ${peer}: the connection was refused.`,
    advice: 'Check the port, and that the server is running.',
  }),
  'tcp-unreachable': ({ peer }) => ({
    message: `There is no way from this machine to ${peer}.`,
    advice: 'Check the network and the VPN. An address of IPv6 only needs a network that has IPv6.',
  }),
  'tcp-reset': ({ peer }) => ({
    message: `The connection to ${peer} was reset while it was being made.`,
    advice: 'A firewall or load balancer on the way often does this: check which addresses it lets through.',
  }),
  'tcp-timeout': ({ peer, limitMs }) => ({
    message: `${capitalise(peer)} did not answer within ${formatLimit(limitMs)}.`,
    advice:
      'A firewall usually drops what it does not allow without a word: check the port, the VPN and the gateway’s list of allowed addresses.',
  }),
  'proxy-unreachable': ({ peer, detail }) => ({
    message: joinSentences(`No connection could be made to ${peer}.`, detail),
    advice: 'Check the proxy’s address in the options or in HTTPS_PROXY and HTTP_PROXY, or dial without it.',
  }),
  'proxy-refused': ({ peer, detail }) => ({
    message: joinSentences(`${capitalise(peer)} made no tunnel.`, detail),
    advice: 'Check that this is an HTTP proxy and that it allows CONNECT to this host and port.',
  }),
  'proxy-timeout': ({ peer, limitMs }) => ({
    message: `${capitalise(peer)} did not answer within ${formatLimit(limitMs)}.`,
    advice: 'Check that the proxy can reach the gateway, or dial without it.',
  }),
  'tls-untrusted': ({ peer, detail }) => ({
    message: joinSentences(`The certificate of ${peer} is not trusted.`, detail),
    advice:
      'Add the certificate authority that issued it to the TLS options. Switching verification off for this profile connects too, and then anybody on the way can read along.',
  }),
  'tls-expired': ({ peer, detail }) => ({
    message: joinSentences(`The certificate of ${peer} has expired.`, detail),
    advice: 'The certificate has to be renewed on the server. Check this machine’s clock as well.',
  }),
  'tls-not-yet-valid': ({ peer, detail }) => ({
    message: joinSentences(`The certificate of ${peer} is not valid yet.`, detail),
    advice: 'Check this machine’s clock first, then the certificate’s dates.',
  }),
  'tls-wrong-host': ({ peer, detail }) => ({
    message: joinSentences(`The certificate of ${peer} is for another name.`, detail),
    advice:
      'Use the host that the certificate is for, or set the server name in the TLS options when you dial by address.',
  }),
  'tls-client-certificate-required': ({ peer, detail }) => ({
    message: joinSentences(
      `${capitalise(peer)} did not accept us without a client certificate it knows.`,
      detail,
    ),
    advice: 'Add the client certificate and its key (PEM) that the gateway expects to the TLS options.',
  }),
  'tls-client-certificate-unusable': ({ detail }) => ({
    message: joinSentences('The client certificate cannot be used.', detail),
    advice: 'Correct the client certificate, its key and passphrase in the TLS options.',
  }),
  'tls-not-tls': ({ peer }) => ({
    message: `${capitalise(peer)} does not speak TLS on this port.`,
    advice: 'Use ws: instead of wss:, or the port where the server offers TLS.',
  }),
  'tls-protocol': ({ peer, detail }) => ({
    message: joinSentences(`TLS with ${peer} failed.`, detail),
    advice: 'Check which TLS versions and ciphers the server offers, and the server name in the TLS options.',
  }),
  'tls-reset': ({ peer }) => ({
    message: `${capitalise(peer)} ended the connection during the TLS handshake.`,
    advice:
      'Servers do this for a server name they do not know: check the host and the server name in the TLS options. A firewall that looks into TLS does it too.',
  }),
  'tls-timeout': ({ peer, limitMs }) => ({
    message: `${capitalise(peer)} did not finish the TLS handshake within ${formatLimit(limitMs)}.`,
    advice: 'Check that this port offers TLS, or allow more time for TLS in the options.',
  }),
  'request-failed': ({ peer, detail }) => ({
    message: joinSentences(`The request could not be sent to ${peer}.`, detail),
    advice: 'Try again. If it happens each time, something on the way ends the connection: ask who runs it.',
  }),
  'answer-not-http': ({ peer, detail }) => ({
    message: joinSentences(`${capitalise(peer)} answered with something that is not HTTP.`, detail),
    advice: 'Check the port: another kind of server listens there.',
  }),
  'answer-too-large': ({ peer, detail }) => ({
    message: joinSentences(`The head of the answer of ${peer} is too large.`, detail),
    advice: 'Look on the server for headers or cookies that grow without end.',
  }),
  'answer-tls-expected': ({ peer }) => ({
    message: `${capitalise(peer)} answered in TLS: it expects an encrypted connection.`,
    advice: 'Use wss: instead of ws:.',
  }),
  'answer-reset': ({ peer, detail }) => ({
    message: joinSentences(
      `${capitalise(peer)} reset the connection instead of answering the request.`,
      detail,
    ),
    advice: 'The server or a firewall broke off: look into the gateway’s log for this moment.',
  }),
  'answer-closed': ({ peer, detail }) => ({
    message: joinSentences(
      `${capitalise(peer)} ended the connection without an answer to the request.`,
      detail,
    ),
    advice:
      'Check that this port speaks HTTP. If it expects TLS, use wss:. Otherwise the gateway’s log says more.',
  }),
  'answer-timeout': ({ peer, limitMs }) => ({
    message: `${capitalise(peer)} did not answer the request within ${formatLimit(limitMs)}.`,
    advice: 'The gateway may be waiting for its backend: check that, or allow more time in the options.',
  }),
  'checks-broken': ({ detail }) => ({
    message: joinSentences('The server switched protocols, but not to a WebSocket connection.', detail),
    advice: 'Something between you and the WebSocket server changed or invented the answer: see the checks.',
  }),
  'target-forbidden': ({ detail }) => ({
    message: joinSentences('The companion may not dial this address.', detail),
    advice: 'Ask whoever runs this companion to allow the target by name.',
  }),
  'request-invalid': ({ detail }) => ({
    message: joinSentences('The request cannot be sent as it is.', detail),
    advice: 'Correct it and connect again; nothing has been sent.',
  }),
  unexpected: ({ detail }) => ({
    message: joinSentences('Postern met an error of its own.', detail),
    advice: 'Try again, and please report it if it comes back.',
  }),
};

function formatLimit(limitMs: number): string {
  return limitMs < 1000 ? `${limitMs} ms` : `${limitMs / 1000} s`;
}

function joinSentences(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** A sentence may begin with `the proxy …`; a host name keeps its case. */
function capitalise(peer: string): string {
  return peer.startsWith('the ') ? `T${peer.slice(1)}` : peer;
}
