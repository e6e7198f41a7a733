import * as fc from 'fast-check';
import { ENTRY_KIND } from '../../entry.ts';
import type { EntryKind } from '../../entry.ts';
import type { LogEntry } from '../logEntry.ts';

const KINDS = Object.keys(ENTRY_KIND) as EntryKind[];

/** Text with all that has a meaning in one of the forms, and bytes that are no text. */
const payload = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }).map(encode),
  fc
    .array(fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\r', '\n', '\t', '{', '\uFEFF', 'é', 'x'))
    .map((characters) => encode(characters.join(''))),
);

/** Every entry that a log can have; in one of a log, the sequence numbers are made to rise. */
export const arbitraryEntry: fc.Arbitrary<LogEntry> = fc.record({
  sequence: fc.integer({ min: 1, max: 3 }),
  time: fc.double({ min: 0, max: 4_102_444_800_000, noNaN: true }),
  direction: fc.constantFrom('sent', 'received'),
  kind: fc.constantFrom(...KINDS),
  frames: fc.integer({ min: 0, max: 0xffff }),
  isCompressed: fc.boolean(),
  isMasked: fc.boolean(),
  payload,
});

export const arbitraryLog: fc.Arbitrary<readonly LogEntry[]> = fc.array(arbitraryEntry).map((entries) => {
  let sequence = 0;
  return entries.map((entry) => {
    sequence += entry.sequence;
    return { ...entry, sequence };
  });
});

export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** In as many pieces as the numbers say, in whatever places. */
export function cutText(text: string, cuts: readonly number[]): readonly string[] {
  const places = cuts.map((cut) => cut % (text.length + 1)).sort((one, other) => one - other);
  return [...places, text.length].map((place, index) => text.slice(places[index - 1] ?? 0, place));
}

export const cuts = fc.array(fc.nat(), { maxLength: 5 });
