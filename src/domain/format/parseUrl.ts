/**
 * `null` for what is no URL. In place of `URL.canParse`, which Node 20 answers wrongly for Latin-1 text once the function
 * has been called often (its fast path hands the bytes on as if they were UTF-8).
 */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
