import type { ServiceConnection } from './connectionString.ts';
import type { Claims } from './jsonWebToken.ts';

/** For which groups a client may do something. */
export type GroupScope =
  | { readonly kind: 'none' }
  | { readonly kind: 'any' }
  | { readonly kind: 'some'; readonly groups: readonly string[] };

/** What the portal's client URL generator asks for. */
export interface ClientAccess {
  readonly hub: string;
  /** Empty for a client without a user. */
  readonly userId: string;
  readonly joinLeave: GroupScope;
  readonly sendTo: GroupScope;
  /** Joined from the start. */
  readonly groups: readonly string[];
  readonly lifetimeMinutes: number;
}

/** The service's own limit for a client URL is not documented; the portal offers up to a year. */
export const MAX_LIFETIME_MINUTES = 365 * 24 * 60;

/** A sentence when this is no name of a hub: a letter, then letters, digits and some signs, 128 in all. */
export function checkHubName(hub: string): string | null {
  if (hub === '') return 'Enter the name of the hub.';
  if (/^[A-Za-z][\w`,.[\]]{0,127}$/.test(hub)) return null;
  return 'A hub’s name begins with a letter and goes on with letters, digits and _ , . ` [ ].';
}

export function checkLifetime(minutes: number): string | null {
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= MAX_LIFETIME_MINUTES) return null;
  return `The lifetime is a whole number of minutes from 1 to ${MAX_LIFETIME_MINUTES} (a year).`;
}

/** gateways.md 3.1. The client URL without its token, with the scheme that WebSocket needs. */
export function clientUrlOf({ endpoint }: ServiceConnection, hub: string): string {
  return `${endpoint.replace(/^http/, 'ws')}${clientPath(hub)}`;
}

/** The claims of gateways.md 3.1; the audience is the client URL in the scheme of the endpoint. */
export function clientClaims({ endpoint }: ServiceConnection, access: ClientAccess, nowMs: number): Claims {
  const issuedAt = Math.floor(nowMs / 1000);
  const roles = [
    ...rolesFor('webpubsub.joinLeaveGroup', access.joinLeave),
    ...rolesFor('webpubsub.sendToGroup', access.sendTo),
  ];
  return {
    aud: `${endpoint}${clientPath(access.hub)}`,
    iat: issuedAt,
    exp: issuedAt + access.lifetimeMinutes * 60,
    sub: access.userId === '' ? undefined : access.userId,
    role: roles.length === 0 ? undefined : roles,
    'webpubsub.group': access.groups.length === 0 ? undefined : access.groups,
  };
}

/** Names that a person separates by commas or new lines. */
export function readNames(text: string): readonly string[] {
  const names = text.split(/[,\n]/).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

function clientPath(hub: string): string {
  return `/client/hubs/${encodeURIComponent(hub)}`;
}

function rolesFor(role: string, scope: GroupScope): readonly string[] {
  if (scope.kind === 'none') return [];
  if (scope.kind === 'any') return [role];
  return scope.groups.map((group) => `${role}.${group}`);
}
