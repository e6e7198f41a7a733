/**
 * Statuses that servers give before they look at what is asked for: about the connection, the size of the request or a
 * proxy (RFC 9110 section 15, RFC 6585). No service behind a gateway is to be blamed for them.
 */
const BEFORE_SERVICE = new Set([407, 413, 414, 421, 431, 505, 511]);

/** Whether a refusal with this status can be that of the service behind a gateway. */
export function isOfService(status: number): boolean {
  return status >= 400 && !BEFORE_SERVICE.has(status);
}
