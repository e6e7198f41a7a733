/** More received messages a second than this, and a screen reader would never come to the end of one. */
const MAX_ANNOUNCED_PER_SECOND = 3;

/**
 * The log's `aria-live`. New messages are read out while they come slowly enough to be heard and the log shows them;
 * in a stream the queue of sentences would grow without end and drown whatever else the page says, and in a log
 * scrolled back the rows that come into sight are old, not new.
 */
export function logAnnouncing(ratePerSecond: number, isFollowing: boolean): 'polite' | 'off' {
  return isFollowing && ratePerSecond <= MAX_ANNOUNCED_PER_SECOND ? 'polite' : 'off';
}
