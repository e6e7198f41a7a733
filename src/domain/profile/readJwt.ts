import * as v from 'valibot';
import { decodeBase64 } from '../format/base64.ts';
import { formatDuration } from '../format/formatDuration.ts';

/** The registered claims (RFC 7519 section 4.1) that tell whether a token can work. Its signature is the gateway's to check. */
export interface Jwt {
  readonly subject: string | null;
  readonly issuer: string | null;
  readonly audiences: readonly string[];
  /** Milliseconds since the epoch; `null` when the token says none. */
  readonly expiresAt: number | null;
  readonly notBefore: number | null;
}

const Claims = v.object({
  sub: v.optional(v.string()),
  iss: v.optional(v.string()),
  aud: v.optional(v.union([v.string(), v.array(v.string())]), []),
  exp: v.optional(v.number()),
  nbf: v.optional(v.number()),
});

/** In a header after `Bearer`, or in a subprotocol after a word of the gateway's own. */
const COMPACT_JWT = /eyJ[\w-]+\.(?<payload>[\w-]+)\.[\w-]*/;

/** The token within a value; `null` when there is none, or none that can be read. */
export function readJwt(value: string): Jwt | null {
  const payload = COMPACT_JWT.exec(value)?.groups?.['payload'];
  const decoded = decodeBase64(payload ?? '');
  if (payload === undefined || !decoded.ok) return null;
  const parsed = v.safeParse(Claims, parseJson(new TextDecoder().decode(decoded.bytes)));
  if (!parsed.success) return null;
  const { sub, iss, aud, exp, nbf } = parsed.output;
  return {
    subject: sub ?? null,
    issuer: iss ?? null,
    audiences: [aud].flat(),
    expiresAt: exp === undefined ? null : exp * 1_000,
    notBefore: nbf === undefined ? null : nbf * 1_000,
  };
}

/** One line for people: `sub ada · expires in 12 min · aud https://…`. */
export function describeJwt({ subject, audiences, expiresAt, notBefore }: Jwt, now: number): string {
  return [
    ...(subject === null ? [] : [`sub ${subject}`]),
    ...(notBefore !== null && notBefore > now ? [`valid in ${wholeDuration(notBefore - now)}`] : []),
    expiresAt === null
      ? 'never expires'
      : expiresAt > now
        ? `expires in ${wholeDuration(expiresAt - now)}`
        : `expired ${wholeDuration(now - expiresAt)} ago`,
    // Last, because it is long and a row is short.
    ...(audiences.length === 0 ? [] : [`aud ${audiences.join(', ')}`]),
  ].join(' · ');
}

/** Claims count seconds, and so does the clock that is shown. */
function wholeDuration(ms: number): string {
  return formatDuration(Math.max(Math.round(ms / 1_000), 1) * 1_000);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Something with the shape of a token that is none: there are no claims to check.
    return null;
  }
}
