/** The token in what was pasted: the token itself, or the URL of `npm start` with the token in its fragment. */
export function readToken(text: string): string {
  const trimmed = text.trim();
  const fragment = /#(.*)$/s.exec(trimmed)?.[1];
  if (fragment === undefined) return trimmed;
  return new URLSearchParams(fragment).get('token') ?? fragment;
}
