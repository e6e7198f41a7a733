import type { Call } from '../server/call.ts';

/** A letter, then letters, digits and the punctuation that hub names may have, 128 characters at most. */
const HUB_NAME = /^[A-Za-z][A-Za-z0-9_`,.[\]]{0,127}$/;

export function isHubName(name: string): boolean {
  return HUB_NAME.test(name);
}

/** The hub of `/client/hubs/{hub}`, or of the older `/client/?hub={hub}` (gateways.md 3.1); `null` for other paths. */
export function hubNameOf({ path, query }: Call): string | null {
  const match = /^\/client\/hubs\/([^/]+)\/?$/.exec(path);
  if (match?.[1] !== undefined) return match[1];
  return /^\/client\/?$/.test(path) ? (query.get('hub') ?? '') : null;
}
