/** The waits of an attempt that no profile sets, ms. */
export interface AttemptLimits {
  readonly proxyMs: number;
  readonly requestMs: number;
  readonly bodyMs: number;
  readonly hangUpMs: number;
}

export const ATTEMPT_LIMITS: AttemptLimits = {
  /** For the proxy's answer to CONNECT: it makes a TCP connection of its own, which gets 10 s like ours. */
  proxyMs: 15_000,
  /** For handing the request to the network: a few kilobytes, which wait only behind a peer that does not read. */
  requestMs: 10_000,
  /** For the rest of a refusal after its head: what has not come by then is a stream, not an error page. */
  bodyMs: 5_000,
  /** For the peer to end the TCP connection once a one-off handshake has sent its Close frame. */
  hangUpMs: 1_000,
};

/** The head of an answer: Node's own limit is 16 KiB, gateways with long cookies and policies pass it. */
export const MAX_HEAD_BYTES = 256 * 1024;

/** Start of the next address while the one before is still silent, ms: RFC 8305 section 5. */
export const NEXT_ADDRESS_MS = 250;

/** How much of an answer that is not HTTP is quoted: enough to recognise a banner. */
export const MAX_QUOTED_CHARACTERS = 200;
