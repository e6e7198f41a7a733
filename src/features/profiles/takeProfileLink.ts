/** Begins the fragment of a link that holds a profile: see `profileLink.ts`. */
export const LINK_FRAGMENT = '#profile=';

/**
 * Takes a profile's link out of the page's address, so that a reload does not ask about it again; `null` where there is
 * none. What it holds has not been looked at.
 */
export function takeProfileLink(
  location: Pick<Location, 'hash' | 'pathname' | 'search'>,
  history: Pick<History, 'replaceState'>,
): string | null {
  const { hash } = location;
  if (!hash.startsWith(LINK_FRAGMENT)) return null;
  history.replaceState(null, '', location.pathname + location.search);
  return hash;
}
