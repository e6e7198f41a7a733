/** Several places of one reason: `log.entries[3] and 2 more`. */
export function placesOf(first: string, count: number): string {
  return count === 1 ? first : `${first} and ${count - 1} more`;
}
