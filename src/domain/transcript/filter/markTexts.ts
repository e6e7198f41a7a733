/** A part of a text, marked when it is one of those looked for. */
export interface MarkedPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Cuts a text into the parts that the patterns find and those between them; what overlaps is marked as one. */
export function markTexts(text: string, patterns: readonly RegExp[]): readonly MarkedPart[] {
  const ranges = patterns
    .flatMap((pattern) => [...text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))])
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .sort((a, b) => a.start - b.start);
  const parts: MarkedPart[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    if (end <= at) continue;
    if (start > at) parts.push({ text: text.slice(at, start), isMarked: false });
    parts.push({ text: text.slice(Math.max(at, start), end), isMarked: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), isMarked: false });
  return parts;
}
