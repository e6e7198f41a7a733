/**
 * Headers that no page chooses, and that say nothing to a gateway: with them, each profile would have a screenful.
 * `User-Agent` is not among them, for there are servers that refuse what is no browser.
 */
const OF_BROWSER =
  /^(?:accept|accept-encoding|accept-language|cache-control|pragma|dnt|priority|sec-(?:fetch|ch|gpc)(?:-.*)?)$/i;

/** Whether a browser sends the header with every handshake, by itself. */
export function isHeaderOfBrowser(name: string): boolean {
  // `:authority` and the like are HTTP/2's request line.
  return name.startsWith(':') || OF_BROWSER.test(name);
}

/** On those of them that were left out, a sentence. */
export function noteHeadersOfBrowser(names: Iterable<string>): string {
  return `Headers that browsers send with every handshake were left out: ${[...new Set(names)].sort().join(', ')}.`;
}
