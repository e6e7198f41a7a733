/** UTF-16 units: a page of text. What is longer belongs into a document, to which a description can point. */
export const MAX_DESCRIPTION_LENGTH = 4_000;

/** A description as it is kept: lines of text, not too long; one that is cut ends with an ellipsis. */
export function toDescription(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, '\n').trim();
  return lines.length > MAX_DESCRIPTION_LENGTH
    ? `${lines.slice(0, MAX_DESCRIPTION_LENGTH - 1).trimEnd()}…`
    : lines;
}

/** All of it in one line, for where there is no room for more. */
export function descriptionLine(description: string): string {
  return description.replaceAll(/\s+/g, ' ').trim();
}
