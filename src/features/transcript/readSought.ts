import { parseFilter } from '#domain/transcript/filter/parseFilter.ts';
import { soughtTexts } from '#domain/transcript/filter/soughtTexts.ts';

/** What to mark in the rows that an expression finds: nothing while it is wrong. */
export function readSought(text: string): readonly RegExp[] {
  const parsed = parseFilter(text);
  return parsed.ok ? soughtTexts(parsed.node) : [];
}
