/** What came of a token: where it is now and when it ends. */
export interface TokenResult {
  /** Sentences. */
  readonly lines: readonly string[];
  /** Milliseconds since the epoch; `null` when nothing says it. */
  readonly expiresAt: number | null;
}
