/** The text behind percent signs (RFC 3986 section 2.1). What is no UTF-8, as with a stray percent sign, stands for itself. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Nothing else is meant by it then.
    return text;
  }
}
