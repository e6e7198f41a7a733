/** RFC 6455 section 5.5: a control frame carries no more. */
const MAX_PING_BYTES = 125;

/** A sentence when the payload is too long for a Ping frame; `null` when it can be sent. */
export function checkPingPayload(payload: Uint8Array): string | null {
  if (payload.byteLength <= MAX_PING_BYTES) return null;
  return `A ping carries at most ${MAX_PING_BYTES} bytes; this is ${payload.byteLength}.`;
}
