/** Why something was not sent: code and sentence, as `onRejected` takes them. */
export const NOT_OPEN = [
  'not-open',
  'The connection is not open, so nothing was sent. Connect first, then send again.',
] as const;

export const PING_TOO_LONG = [
  'ping-too-long',
  'A ping carries at most 125 bytes (RFC 6455 section 5.5), so it was not sent.',
] as const;

export const SENDING_FULL = [
  'sending-full',
  'The server takes messages more slowly than they are sent, and too much waits already, so this one was not sent. ' +
    'Send it again in a moment.',
] as const;
