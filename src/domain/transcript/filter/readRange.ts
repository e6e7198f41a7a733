/** A range as written after `size:` or `time:`: one value, or two with `..` between them, one of which may be left out. */
export interface WrittenRange {
  readonly from: WrittenEnd | null;
  readonly to: WrittenEnd | null;
}

export interface WrittenEnd {
  readonly text: string;
  readonly start: number;
}

const DOTS = '..';

/** `start` is where `text` stands in the expression. */
export function readRange(text: string, start: number): WrittenRange {
  const dots = text.indexOf(DOTS);
  if (dots === -1) return { from: { text, start }, to: { text, start } };
  const end = { text: text.slice(dots + DOTS.length), start: start + dots + DOTS.length };
  return {
    from: dots === 0 ? null : { text: text.slice(0, dots), start },
    to: end.text === '' ? null : end,
  };
}
