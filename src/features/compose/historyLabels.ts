import type { TypedMessage } from '#domain/profile/profile.ts';
import { shorten, tellApart } from './menuLabels.ts';

/** One line for each message sent before. */
export function historyLabels(history: readonly TypedMessage[]): readonly string[] {
  return tellApart(history.map(labelOf));
}

function labelOf({ mode, text, binaryEncoding }: TypedMessage): string {
  const shown = shorten(text) || 'Empty message';
  return mode === 'binary' ? `${shown} (${binaryEncoding})` : shown;
}
