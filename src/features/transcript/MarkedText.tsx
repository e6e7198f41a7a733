import { markTexts } from '#domain/transcript/filter/markTexts.ts';

export interface MarkedTextProps {
  readonly text: string;
  readonly sought: readonly RegExp[];
}

/** A text with what was searched for marked in it. */
export function MarkedText({ text, sought }: MarkedTextProps) {
  if (sought.length === 0) return text;
  let at = 0;
  return markTexts(text, sought).map((part) => {
    const start = at;
    at += part.text.length;
    if (!part.isMarked) return part.text;
    return (
      <mark key={start} className="rounded-xs bg-warn-soft text-ink not-italic outline-1 outline-warn/40">
        {part.text}
      </mark>
    );
  });
}
