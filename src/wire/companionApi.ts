import type { LocalGateway } from '#domain/gateway/localGateway.ts';

export type { LocalGateway, LocalScenario } from '#domain/gateway/localGateway.ts';

/** The companion's HTTP API: paths and bodies. Every path but `session` needs the session (design.md section 5). */
export const API_PATHS = {
  /** POST `SessionRequest` → 204 and the session cookie. */
  session: '/api/session',
  /** GET → `CompanionStatus`. */
  status: '/api/status',
  /** GET → `LocalGateways`. */
  gateways: '/api/gateways',
  /** POST `ConnectionRequest` → `HandshakeRecord`: dials once, records, hangs up. */
  handshake: '/api/handshake',
  /** POST `OAuthTokenRequest` → `OAuthTokenAnswer`: asks a token endpoint once. */
  oauthToken: '/api/oauth-token',
} as const;

export interface SessionRequest {
  readonly token: string;
}

export interface CompanionStatus {
  readonly name: 'postern';
  /** As in package.json. */
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** For example `v20.20.2`. */
  readonly nodeVersion: string;
}

/** Any answer that is not 2xx. */
export interface ApiProblem {
  /** Stable, for example `token-required`. */
  readonly code: string;
  /** A sentence for the person at the page. */
  readonly message: string;
}

export interface LocalGateways {
  readonly gateways: readonly LocalGateway[];
}
