import { NO_FILTER } from '#domain/transcript/entry.ts';
import type { TranscriptFilter } from '#domain/transcript/entry.ts';

/** Whether a filter can hide anything. */
export function isFiltering({ text, direction, kinds }: TranscriptFilter): boolean {
  return text !== NO_FILTER.text || direction !== NO_FILTER.direction || kinds !== NO_FILTER.kinds;
}
