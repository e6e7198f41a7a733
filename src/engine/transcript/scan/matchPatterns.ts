import { VERDICT } from './verdict.ts';
import type { PatternBatch } from './patternMessage.ts';

/** A batch that takes longer gives a sign of life so often, ms. */
const PROGRESS_INTERVAL_MS = 50;

/** Asks every payload of a batch every regular expression, and tells now and then that it gets on. */
export function matchPatterns(
  batch: PatternBatch,
  now: () => number,
  onProgress: () => void,
): readonly Uint8Array[] {
  const patterns = batch.patterns.map(({ source, flags }) => new RegExp(source, flags));
  const verdicts = patterns.map(() => new Uint8Array(batch.ends.length));
  const textAt = readTexts(batch);
  let reportedAt = now();
  for (let place = 0; place < batch.ends.length; place += 1) {
    const text = textAt(place);
    for (const [index, pattern] of patterns.entries()) {
      const found = verdicts[index];
      if (found !== undefined) found[place] = pattern.test(text) ? VERDICT.yes : VERDICT.no;
    }
    if (now() - reportedAt < PROGRESS_INTERVAL_MS) continue;
    reportedAt = now();
    onProgress();
  }
  return verdicts;
}

/**
 * Decodes all payloads at once where that gives a character for each byte, which is where all of it is ASCII: one call
 * for thousands of messages. A character of several bytes makes the text shorter than the bytes.
 */
function readTexts({ bytes, ends }: PatternBatch): (place: number) => string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const all = decoder.decode(bytes);
  const startOf = (place: number): number => (place === 0 ? 0 : (ends[place - 1] ?? 0));
  if (all.length === bytes.length) return (place) => all.slice(startOf(place), ends[place]);
  return (place) => decoder.decode(bytes.subarray(startOf(place), ends[place]));
}
