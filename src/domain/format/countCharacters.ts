/** How many characters (code points) a text has: what a person counts when a sentence says “at character 5”. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
