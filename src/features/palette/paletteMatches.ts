/** Something that the palette can find by a text. */
export interface Findable {
  readonly label: string;
  /** What it is found by beside its label. */
  readonly keywords: string;
}

/**
 * What a search finds, best first: every word has to occur; a label that begins with the search comes before one with a
 * word that does, and that before the rest. Otherwise the given order stays.
 */
export function paletteMatches<Item extends Findable>(
  items: readonly Item[],
  search: string,
  limit: number,
): readonly Item[] {
  const text = search.trim().toLowerCase();
  if (text === '') return items.slice(0, limit);
  const words = text.split(/\s+/);
  const ranked = items.flatMap((item) => {
    const label = item.label.toLowerCase();
    const all = `${label} ${item.keywords.toLowerCase()}`;
    if (!words.every((word) => all.includes(word))) return [];
    return [{ item, rank: rankOf(label, text, words) }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ item }) => item);
}

function rankOf(label: string, text: string, words: readonly string[]): number {
  if (label.startsWith(text)) return 0;
  const labelWords = label.split(/[^\p{L}\p{N}]+/u);
  if (words.every((word) => labelWords.some((labelWord) => labelWord.startsWith(word)))) return 1;
  return words.every((word) => label.includes(word)) ? 2 : 3;
}
