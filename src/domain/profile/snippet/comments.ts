/** What would end a comment, or make it read as something else. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Comments that go to the end of a line, behind `//` or `#`. */
export function comments(marker: '//' | '#', sentences: readonly string[]): readonly string[] {
  return sentences.map((sentence) => `${marker} ${sentence.replace(UNSEEN, '\ufffd')}`);
}
