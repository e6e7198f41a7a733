/** As long as browsers keep a cookie at all: Chrome cuts at 400 days. */
const MAX_AGE_S = 400 * 24 * 60 * 60;

/** Cookies are shared by all ports of a host: the name tells two companions on one machine apart. */
export function sessionCookieName(port: number): string {
  return `postern-${port}`;
}

/**
 * The value of `Set-Cookie`. `HttpOnly`: no script reads it. `SameSite=Strict`: no other site's page or link sends it.
 * Not `Secure`: the companion speaks plain HTTP on loopback, where Safari would drop such a cookie.
 */
export function setSessionCookie(port: number, value: string): string {
  return `${sessionCookieName(port)}=${value}; Path=/; Max-Age=${MAX_AGE_S}; HttpOnly; SameSite=Strict`;
}

/** The value of the cookie `name` in a `Cookie` header (RFC 6265 section 4.2.1); `null` when it is not there. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const equals = pair.indexOf('=');
    if (equals !== -1 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim();
  }
  return null;
}
