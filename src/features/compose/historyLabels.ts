import type { SentDraft } from '#state/draftMessagesStore.ts';

/** What fits into a menu, characters. */
const MAX_LABEL_LENGTH = 56;

/** One line for each message sent before. A menu tells its items apart by their labels, so no two are the same. */
export function historyLabels(history: readonly SentDraft[]): readonly string[] {
  const seen = new Map<string, number>();
  return history.map((draft) => {
    const label = labelOf(draft);
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return count === 1 ? label : `${label} (${count})`;
  });
}

function labelOf({ mode, text, binaryEncoding }: SentDraft): string {
  const line = text
    .slice(0, 4 * MAX_LABEL_LENGTH)
    .replace(/\s+/g, ' ')
    .trim();
  const cut = line.length > MAX_LABEL_LENGTH ? `${line.slice(0, MAX_LABEL_LENGTH)}…` : line;
  const shown = cut === '' ? 'Empty message' : cut;
  return mode === 'binary' ? `${shown} (${binaryEncoding})` : shown;
}
