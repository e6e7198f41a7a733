const COMMENT = /^\s*(?:#.*|---.*)?$/;
/** The beginning of JSON, of YAML (`key:`) or of a `.bru` file (`name {`). */
const BEGINNING = /^\s*(?:[{[]|["'$\w.-]+:(?:\s|$)|[a-z][\w:-]*\s*[{[]\s*$)/;

/** Whether a text that was pasted is what a file holds, rather than a URL or a command line. */
export function looksLikeDocument(text: string): boolean {
  const first = text.split('\n', 100).find((line) => !COMMENT.test(line));
  return first !== undefined && BEGINNING.test(first);
}
