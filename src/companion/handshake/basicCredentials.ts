/** `user:password@` of a URL as HTTP sends it (RFC 7617), or `null` when the URL has none. */
export function basicCredentials({ username, password }: URL): string | null {
  if (username === '' && password === '') return null;
  return `Basic ${Buffer.from(`${decode(username)}:${decode(password)}`).toString('base64')}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign is what somebody typed, and meant.
    return text;
  }
}
