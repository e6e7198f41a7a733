/** The payloads cannot be compared. The message is for the person who asked for it. */
export class ComparisonError extends Error {
  override readonly name = 'ComparisonError';
  readonly code = 'not-compared';
}
