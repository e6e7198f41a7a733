/** A JSON object, or `null` for any other text. */
export function parseObject(text: string): object | null {
  if (!/^\s*\{/.test(text)) return null;
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' ? value : null;
  } catch {
    // Other services talk in text of their own.
    return null;
  }
}
