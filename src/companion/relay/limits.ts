/** The waits of a relay, ms. */
export interface RelayLimits {
  readonly dialMessageMs: number;
  readonly closeMs: number;
  readonly endMs: number;
  readonly probeMs: number;
}

export const RELAY_LIMITS: RelayLimits = {
  /** For the page's first message: it is sent as soon as the socket is open. */
  dialMessageMs: 10_000,
  /** For the peer's Close frame after ours: a server that is going to answer does so at once. */
  closeMs: 5_000,
  /** For the peer to end TCP once both Close frames have gone: the server goes first (RFC 6455 section 7.1.1). */
  endMs: 1_000,
  /** Between two pings to a page that is not being read: only a write can find out that it has gone. */
  probeMs: 5_000,
};

/** Largest message either way, bytes: nothing behind a gateway comes near, and a buffer of Node holds it. */
export const MAX_MESSAGE_BYTES = 256 * 1024 * 1024;

/** Most fragments of one message: each costs some hundred bytes of bookkeeping. */
export const MAX_FRAGMENTS = 64 * 1024;

/** A ping is not answered while so many pongs wait: a peer that reads nothing would have us pile them up. */
export const MAX_PENDING_PONGS = 60;

/** The page is not read while so much waits to be written upstream, or to be shown as sent, bytes. */
export const SENDING_HIGH_BYTES = 1024 * 1024;
/** It is read again at this, bytes: low enough not to stop and go with each message. */
export const SENDING_LOW_BYTES = 256 * 1024;
