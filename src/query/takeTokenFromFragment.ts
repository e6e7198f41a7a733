import { startSession } from './startSession.ts';

const TOKEN_FRAGMENT = /^#token=([\w-]+)$/;

/**
 * Takes the companion's token out of the page's address and exchanges it for a session. The token leaves the address bar
 * and the history at once, whatever comes of it. A companion that refuses or is not there shows as such on the page.
 */
export async function takeTokenFromFragment(
  location: Pick<Location, 'hash' | 'pathname' | 'search'>,
  history: Pick<History, 'replaceState'>,
): Promise<void> {
  const token = TOKEN_FRAGMENT.exec(location.hash)?.[1];
  if (token === undefined) return;
  history.replaceState(null, '', location.pathname + location.search);
  try {
    await startSession(token);
  } catch {
    // The status query meets the same refusal next, and the page says what to do about it.
  }
}
