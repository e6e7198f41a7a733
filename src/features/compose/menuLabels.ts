/** What fits into a menu, characters. */
const MAX_LABEL_LENGTH = 56;

/** A text in one line that fits into a menu. */
export function shorten(text: string): string {
  const line = text
    .slice(0, 4 * MAX_LABEL_LENGTH)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > MAX_LABEL_LENGTH ? `${line.slice(0, MAX_LABEL_LENGTH)}…` : line;
}

/** A menu tells its items apart by their labels, so no two may be the same. */
export function tellApart(labels: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return labels.map((label) => {
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return count === 1 ? label : `${label} (${count})`;
  });
}
