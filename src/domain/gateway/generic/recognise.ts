/** Anything may stand behind a URL: nothing speaks for "no particular gateway". */
export function recognise(): null {
  return null;
}
