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
  /** POST `CatalogueRequest` → `CatalogueAnswer`: asks another site for the file of profiles that it serves. */
  catalogue: '/api/catalogue',
  /** GET, with `?known=REVISION` for what the page has already → `ProfilesFileAnswer`. */
  profilesFile: '/api/profiles-file',
  /** POST `ProfilesFileSave` → `ProfilesFileSaveAnswer`. */
  saveProfilesFile: '/api/profiles-file/save',
  /** POST `VariableNames` → `VariableNames`: those of them that have a value in the companion's environment. */
  variables: '/api/variables',
  /** POST `VariableName` → `VariableValue`: of the one that the person has chosen. */
  variable: '/api/variable',
} as const;

export interface SessionRequest {
  readonly token: string;
}

export interface CatalogueRequest {
  readonly url: string;
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

/** The file of profiles that the companion was started with. One that is not there yet is as an empty one. */
export interface ProfilesFileText {
  /** Of the file, without its folder. */
  readonly name: string;
  readonly text: string;
  /** SHA-256 of its bytes: another text has another one. */
  readonly revision: string;
}

export type ProfilesFileAnswer =
  /** The companion was started without one. */
  | { readonly kind: 'none' }
  /** It is still of the revision that the page knows. */
  | { readonly kind: 'unchanged' }
  | ({ readonly kind: 'file' } & ProfilesFileText)
  /** `message` says why, in a sentence. */
  | { readonly kind: 'unreadable'; readonly name: string; readonly message: string };

export interface ProfilesFileSave {
  readonly text: string;
  /** The file is only written while it is of this revision. */
  readonly expectedRevision: string;
}

export type ProfilesFileSaveAnswer =
  | { readonly kind: 'saved'; readonly revision: string }
  /** Nothing was written: somebody else has changed the file, and this is what it says now. */
  | { readonly kind: 'changed'; readonly file: ProfilesFileText };

/** Names of environment variables; never their values, which are given one at a time. */
export interface VariableNames {
  readonly names: readonly string[];
}

export interface VariableName {
  readonly name: string;
}

export interface VariableValue {
  readonly value: string;
}
